// Connects the program and the storage: requests and reports about stored plans and restore points.
// Part of Module.host (host.mjs).

import { StorageState } from './shared_numbers.mjs';

/** @param {import('./storage.mjs').WholePlan} plan */
export function deliverPlan(plan, tell) {
  tell('cadre_stored_plan_begin', plan.id, plan.base);
  for (const record of plan.records) tell('cadre_stored_plan_record', record);
  tell('cadre_stored_plan_done', plan.position);
}

/**
 * @param {import('./program.mjs').Program} program
 * @param {import('./storage.mjs').Storage} storage
 * @param {import('./files.mjs').Files} files
 * @param {(name: string, ...values: any[]) => void} tell
 */
export function storageCalls(program, storage, files, tell) {
  const text = (pointer, size) => program.text(pointer, size);
  const failed = (id) => (error) => tell('cadre_stored_plan_failed', id, error.message);
  return {
    createStored: (title, titleSize, base, baseSize) =>
      storage.create(text(title, titleSize), text(base, baseSize)),
    appendRecord: (index, record, size) => storage.append(index, text(record, size)),
    setPosition: (position) => storage.setPosition(position),
    renameStored: (title, size) => storage.rename(text(title, size)),
    listStored: () => tellPlans(storage, tell),
    openStored: (pointer, size) => {
      const id = text(pointer, size);
      storage.open(id).catch(failed(id));
    },
    deleteStored: (id, size) => storage.remove(text(id, size))
      .catch((error) => console.warn(`Not deleted: ${error.message}`))
      .then(() => tellPlans(storage, tell)),
    undeleteStored: (id, size) =>
      storage.undelete(text(id, size)).then(() => tellPlans(storage, tell)),
    refuseStored: () => storage.refuse(),
    repairStored: (records, title, size) => storage.repair(records, text(title, size)),
    exportStored: (pointer, size) => {
      const id = text(pointer, size);
      storage.everything(id)
        .then((bytes) => files.export(`${id}.raw.json`, bytes)).catch(failed(id));
    },
    retryStoring: () => storage.retry(),

    addRestorePoint: (kind) => storage.addPoint(kind),
    listRestorePoints: () => queueMicrotask(() => {
      for (const point of storage.points()) {
        tell('cadre_restore_points_add', point.id, point.time, point.kind, point.editsSince);
      }
      tell('cadre_restore_points_done');
    }),
    openRestorePoint: (id, size) => storage.restore(Number(text(id, size))),
  };
}

async function tellPlans(storage, tell) {
  let plans = [];
  try {
    plans = await storage.list();
  } catch (error) {
    console.warn(`The list of plans: ${error.message}`);
  }
  for (const plan of plans) {
    tell('cadre_stored_plans_add', plan.id, plan.title, plan.changed, plan.edits, plan.openIn,
      plan.isDamaged, plan.isDeleted);
  }
  tell('cadre_stored_plans_done');
}

/** Restores the plan that was open last; failing to do so must not prevent starting. */
export async function restoreLast(storage, tell) {
  if (!(await storage.available())) {
    tell('cadre_storage_changed', StorageState.UNAVAILABLE, '');
    return;
  }
  try {
    await storage.openLast();
  } catch (error) {
    console.warn(`The last plan: ${error.message}`);
    tell('cadre_stored_plan_failed', '', error.message);
  }
}
