// The documentation inside the package, for readers who have only the tarball.
//   build     writes the manual as Markdown to dist/docs
//   prepack   gives README.md links that resolve in the tarball
//   postpack  restores README.md
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path/posix";

const backup = "node_modules/.cache/README.md";
const read = (path) => readFileSync(path, "utf8");

/** Maps each name that a file in src/docs imports from src to its path there. */
function importsOf(text) {
  const statements = [...text.matchAll(/^import ([^;]*?) from "(\.[^"?]+)/gm)];
  return Object.fromEntries(statements.flatMap(([, names, path]) => names.match(/\w+/g).map((name) => [name, path])));
}

const withoutManualOnly = (body) => body.replace(/\{\/\* manual only \*\/\}[^]*?\{\/\* end \*\/\}\n\n?/g, "");

const pages = readdirSync("src/docs")
  .filter((name) => name.endsWith(".mdx"))
  .map((name) => {
    const [, head, title, whole] = /^([^]*?)<Meta title="(.+)" \/>\n\n([^]*)$/.exec(read(`src/docs/${name}`));
    const body = `${withoutManualOnly(whole).trimEnd()}\n`;
    const imports = importsOf(head);
    // A page that only shows a Markdown file is replaced by that file.
    const shown = imports[/^<Markdown>\{(\w+)\}<\/Markdown>\n$/.exec(body)?.[1]];
    const id = `${title.toLowerCase().replace(/\W+/g, "-")}--docs`;
    return {
      name,
      id,
      file: shown === undefined ? name.replace(".mdx", ".md") : basename(shown),
      shown,
      imports,
      body,
    };
  });

const tables = read("src/docs/tables.tsx");
const tableImports = importsOf(tables);

/** Stands in for a generated table: a link to the declaration of the same type. */
function declarationOf(table, imports) {
  const type = new RegExp(`const ${table}: FC<(\\w+)>`).exec(tables)?.[1];
  const path = (type === undefined ? imports[table] : tableImports[type]).replace(/\.js$/, "");
  const file = existsSync(join("src/docs", `${path}Props.ts`)) ? `${path}Props` : path;
  return `See [\`${type ?? `${table}Props`}\`](${file}.d.ts), which describes each member.`;
}

/** Stands in for a picture: its description. A table of measured figures has none. */
function descriptionOf(path) {
  const description = / title="(.+)"/.exec(read(join("src/docs", path.replace(/\.js$/, ".tsx"))))?.[1];
  return `> ${description ?? "The manual shows a table of figures here."}`;
}

const toMarkdown = ({ body, imports }) =>
  body
    .replace(/^\{\/\*[^]*?\*\/\}\n\n/gm, "")
    .replace(/^<ArgTypes of=\{(\w+)\} \/>$/gm, (_, table) => declarationOf(table, imports))
    .replace(
      /^<Markdown>\{(\w+)\}<\/Markdown>$/gm,
      (_, name) => `See [${basename(imports[name])}](${basename(imports[name])}).`,
    )
    .replace(/^<img[^>]*? alt="([^"]+)"[^>]*\/>$/gm, "> $1")
    .replace(/^<(\w+)[^<>]*\/>$/gm, (tag, name) => (name in imports ? descriptionOf(imports[name]) : tag))
    .replace(/\[([^\]]+)\]\(\?path=\/story\/.+?\)/g, "$1")
    .replace(/\?path=\/docs\/([\w-]+)/g, (_, id) => pages.find((page) => page.id === id).file);

function build() {
  mkdirSync("dist/docs", { recursive: true });
  for (const page of pages) {
    const markdown = Object.values(page.imports).filter((path) => path.endsWith(".md"));
    for (const path of markdown) writeFileSync(`dist/docs/${basename(path)}`, read(join("src/docs", path)));
    if (page.shown === undefined) writeFileSync(`dist/docs/${page.file}`, toMarkdown(page));
  }
}

/** Without what needs the repository: its pictures, its commands and the links for contributors. */
const packedReadme = (text) =>
  text
    .replace(/<picture>[^]*?<\/picture>\n\n/, "")
    .replace(/## Try it\n[^]*?(?=## )/, "")
    .replace(/- \*\*Contributors\*\*[^]*?(?=\n\n)/, "- **Changes**: [CHANGELOG.md](CHANGELOG.md).")
    .replace(/\(src\/docs\/(\w+\.mdx)\)/g, (_, name) => `(dist/docs/${pages.find((page) => page.name === name).file})`)
    .replace(/\(src\/[\w/-]*?(\w+\.md)\)/g, "(dist/docs/$1)");

function restore() {
  if (existsSync(backup)) renameSync(backup, "README.md");
}

function prepack() {
  restore(); // after a pack that was interrupted
  const text = read("README.md");
  mkdirSync("node_modules/.cache", { recursive: true });
  writeFileSync(backup, text);
  writeFileSync("README.md", packedReadme(text));
}

({ build, prepack, postpack: restore })[process.argv[2]]();
