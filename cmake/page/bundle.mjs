// Joins the page's ES modules into one script: fewer requests, better compression, and the only way
// to run them from a file. Comments and indentation are left out; names stay, for error messages.
//
// A module becomes a function that runs at its place in the order of imports and answers with its
// exports. That is true to the language as long as nothing imports in a circle and no exported
// variable is assigned again; both are refused, as is everything else that this does not understand.

import fs from 'node:fs';
import path from 'node:path';

/** Characters that two neighbours may not be joined across. */
const WORD = /[\w$\u0080-\uffff]/;

/** The text of [start, end) without comments, line by line where a line end may matter. */
function compact(text, tokens, start, end) {
  let out = '';
  let last = null;
  for (const token of tokens) {
    if (token.start < start || token.end > end) continue;
    if (token.start === token.end) continue;
    if (last !== null) {
      const gap = text.slice(last.end, token.start);
      const before = text[last.end - 1];
      const after = text[token.start];
      const joins = /[{([,;=&|?:]/.test(before) || /[)\]}]/.test(after);
      // What is between back quotes is a token, not a gap.
      if (gap.includes('\n') && !joins) out += '\n';
      else if (gap !== '' && WORD.test(before) && WORD.test(after)) out += ' ';
      else if (gap !== '' && /[-+/]/.test(before) && /[-+/]/.test(after)) out += ' ';
    }
    out += text.slice(token.start, token.end);
    last = token;
  }
  return out;
}

function refuse(file, what) {
  throw new Error(`${path.basename(file)}: ${what}; cmake/page/bundle.mjs cannot join it`);
}

/** Whether a node of that kind is anywhere in the tree. */
function has(tree, kind) {
  if (tree === null || typeof tree !== 'object') return false;
  return tree.type === kind || Object.values(tree).some((part) => has(part, kind));
}

const nameOf = (node) => (node.type === 'Literal' ? JSON.stringify(node.value) : node.name);

class Bundle {
  #acorn;
  #find;
  /** File -> variable that holds its exports, null while it is being read. */
  #variables = new Map();
  #parts = [];

  constructor(acorn, find) {
    this.#acorn = acorn;
    this.#find = find;
  }

  /** Adds a module after all that it imports; answers the variable of its exports. */
  add(file) {
    const known = this.#variables.get(file);
    if (known === null) refuse(file, 'it imports itself in a circle');
    if (known !== undefined) return known;
    this.#variables.set(file, null);

    const text = this.#find(file);
    const tokens = [];
    let program;
    try {
      program = this.#acorn.parse(text, {
        ecmaVersion: 'latest', sourceType: 'module', onToken: tokens, locations: false,
      });
    } catch (error) {
      refuse(file, error.message);
    }
    // (Waiting at the top of a module is an error of its own: inside a function that does not wait.)
    if (has(program, 'ImportExpression')) refuse(file, 'imports something later');

    const head = [];
    const body = [];
    const exported = [];
    for (const node of program.body) this.#statement(file, node, { text, tokens, head, body, exported });
    const variable = `module${this.#parts.length}`;
    this.#parts.push(
      `const ${variable}=(()=>{${[...head, ...body].join('\n')}\nreturn{${exported.join(',')}}})();`);
    this.#variables.set(file, variable);
    return variable;
  }

  get text() {
    return `${this.#parts.join('\n')}\n`;
  }

  #statement(file, node, { text, tokens, head, body, exported }) {
    const keep = (part) => body.push(compact(text, tokens, part.start, part.end));
    const from = () => this.add(path.resolve(path.dirname(file), node.source.value));
    switch (node.type) {
      case 'ImportDeclaration': {
        const source = from();
        for (const { type, imported, local } of node.specifiers) {
          if (type === 'ImportNamespaceSpecifier') head.push(`const ${local.name}=${source};`);
          else {
            const name = type === 'ImportDefaultSpecifier' ? 'default' : nameOf(imported);
            head.push(`const{${name}:${local.name}}=${source};`);
          }
        }
        break;
      }
      case 'ExportNamedDeclaration':
        if (node.declaration) {
          if (/^(let|var)$/.test(node.declaration.kind)) refuse(file, 'exports a variable');
          keep(node.declaration);
          const declared = node.declaration.declarations?.map(({ id }) => id) ?? [node.declaration.id];
          for (const id of declared) {
            if (id.type !== 'Identifier') refuse(file, 'exports parts of something');
            exported.push(id.name);
          }
        } else {
          const source = node.source ? `${from()}.` : '';
          for (const one of node.specifiers) {
            exported.push(`${nameOf(one.exported)}:${source}${nameOf(one.local)}`);
          }
        }
        break;
      case 'ExportDefaultDeclaration': {
        const { declaration } = node;
        if (declaration.id) {
          keep(declaration);
          exported.push(`default:${declaration.id.name}`);
        } else {
          exported.push(`default:${compact(text, tokens, declaration.start, declaration.end)}`);
        }
        break;
      }
      case 'ExportAllDeclaration':
        refuse(file, 'exports everything of another');
        break;
      default:
        keep(node);
    }
  }
}

/**
 * @param {object} acorn the parser
 * @param {string} entry path of the module that is run
 * @param {Map<string, string>} made text of modules that are no files, and of those that lie elsewhere,
 *   by the path that they are imported by
 * @returns {{text: string, files: Set<string>}} the script and what went into it
 */
export function bundle(acorn, entry, made) {
  const files = new Set();
  const all = new Bundle(acorn, (file) => {
    files.add(file);
    return made.get(file) ?? fs.readFileSync(file, 'utf8');
  });
  all.add(path.resolve(entry));
  // What does not hold together is better seen here than in a browser.
  acorn.parse(all.text, { ecmaVersion: 'latest', sourceType: 'module' });
  return { text: all.text, files };
}
