// Messages in both languages for when the planner cannot continue.

const byId = (id) => document.getElementById(id);

/**
 * @param {{title: string, vi: string, en: string}} words
 * @param {string} [detail] for technical support
 */
export function showMessage(words, detail = '') {
  byId('loading').hidden = true;
  byId('message-title').textContent = words.title;
  byId('message-vi').textContent = words.vi;
  byId('message-en').textContent = words.en;
  byId('message-detail').textContent = detail;
  byId('message-reload').onclick = () => window.location.reload();
  byId('message').hidden = false;
  byId('message-reload').focus();
}

/** Hides a message that no longer applies, if it is the one shown. */
export function takeBack(words) {
  if (byId('message').hidden || byId('message-title').textContent !== words.title) return;
  byId('message').hidden = true;
  byId('canvas').focus({ preventScroll: true });
}

export const NO_WEBGL = {
  title: 'Không vẽ được giao diện · Cannot draw',
  vi: 'Trình duyệt này không có WebGL 2, hoặc nó đang bị tắt. Hãy dùng Chrome, Edge, Firefox hoặc ' +
    'Safari bản mới, và bật tăng tốc đồ họa (hardware acceleration).',
  en: 'This browser has no WebGL 2, or it is switched off. Use a recent Chrome, Edge, Firefox or ' +
    'Safari with hardware acceleration on.',
};

export const NO_WASM = {
  title: 'Trình duyệt quá cũ · Browser too old',
  vi: 'Trình duyệt này không chạy được WebAssembly, hoặc nó đang bị chặn. Hãy dùng Chrome, Edge, ' +
    'Firefox hoặc Safari bản mới.',
  en: 'This browser does not run WebAssembly, or it is blocked. Use a recent Chrome, Edge, Firefox ' +
    'or Safari.',
};

export const TOO_OLD = {
  title: 'Trình duyệt quá cũ · Browser too old',
  vi: 'Trình duyệt này quá cũ để mở tệp này. Hãy dùng Chrome, Edge, Firefox hoặc Safari bản mới.',
  en: 'This browser is too old to open this file. Use a recent Chrome, Edge, Firefox or Safari.',
};

export const NOT_LOADED = {
  title: 'Không tải được trang · Loading failed',
  vi: 'Một phần của trang không tải được. Hãy kiểm tra kết nối rồi tải lại.',
  en: 'A part of the page could not be loaded. Check the connection and reload.',
};

export const CONTEXT_LOST = {
  title: 'Mất ngữ cảnh đồ họa · Graphics lost',
  vi: 'Máy đã lấy lại bộ nhớ đồ họa của trang. Mọi thay đổi đã lưu vẫn còn trong trình duyệt này; ' +
    'hãy tải lại trang để tiếp tục.',
  en: 'The machine took the graphics away from this page. Every saved change is still in this ' +
    'browser; reload the page to go on.',
};

export const STOPPED = {
  title: 'Chương trình đã dừng · The planner stopped',
  vi: 'Có lỗi không lường trước. Mọi thay đổi đã lưu vẫn còn trong trình duyệt này; hãy tải lại ' +
    'trang để tiếp tục.',
  en: 'Something unforeseen went wrong. Every saved change is still in this browser; reload the ' +
    'page to go on.',
};
