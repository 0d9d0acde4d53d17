// In Node 18 (Debian 12's), the browser's cryptography is only available from a module, where the
// page's scripts do not look. Import this before using web/crypto.mjs under Node.

import { webcrypto } from 'node:crypto';

globalThis.crypto ??= webcrypto;
