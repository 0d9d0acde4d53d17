// Node 18 (Debian 12's) has browsers' cryptography only in a module, where the page's scripts do not
// look. Import this before web/crypto.mjs is used under Node.

import { webcrypto } from 'node:crypto';

globalThis.crypto ??= webcrypto;
