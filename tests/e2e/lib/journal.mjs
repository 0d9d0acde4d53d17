// Lets tests read and damage the journal's database, from inside a page.

/** Runs inside the page. `what`: a store to read, or "put" or "delete" of the argument. */
async function inDatabase(what, argument) {
  const database = await new Promise((resolve, reject) => {
    const request = indexedDB.open('cadre-rotation-planner');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const all = (store) => new Promise((resolve, reject) => {
    const request = database.transaction(store).objectStore(store).getAll();
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const change = (store, how) => new Promise((resolve, reject) => {
    const transaction = database.transaction(store, 'readwrite');
    how(transaction.objectStore(store));
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error);
  });
  try {
    if (what === 'plans' || what === 'records' || what === 'points') return await all(what);
    const { store, key, value } = argument;
    await change(store, (to) => (what === 'put' ? to.put(value, key) : to.delete(key)));
    return null;
  } finally {
    database.close();
  }
}

export const plansIn = (page) => page.evaluate(inDatabase, 'plans');
export const recordsIn = (page) => page.evaluate(inDatabase, 'records');
export const pointsIn = (page) => page.evaluate(inDatabase, 'points');
/** @param {{store: string, key?: any, value: any}} row */
export const putRow = (page, row) => page.evaluate(inDatabase, 'put', row);
/** @param {{store: string, key: any}} row */
export const deleteRow = (page, row) => page.evaluate(inDatabase, 'delete', row);
