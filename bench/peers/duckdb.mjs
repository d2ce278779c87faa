// DuckDB-WASM on the file's handle. Columns are forced to text: its guess would shift days.
import * as duckdb from "../node_modules/@duckdb/duckdb-wasm/dist/duckdb-browser.mjs";
import { HEADERS, MEASURES, layout } from "./roll-up.mjs";

const DIST = new URL("../node_modules/@duckdb/duckdb-wasm/dist/", import.meta.url);

const query = (shape) => {
  const at = layout(shape, Object.values(HEADERS));
  const column = (name) => (shape === "headerless" ? `column${String(at[name]).padStart(2, "0")}` : `"${HEADERS[name]}"`);
  const machine = shape === "headerless" ? "false" : `${column("tag")} = 'Répondeur'`;
  const sold = shape === "headerless" ? "false" : `${column("tag")} = 'RDV'`;
  const answered = `(not coalesce(${machine}, false) and ${column("answered")} = '${at.yes}')`;
  const sums = {
    calls: "count(*)",
    answered: `count(*) filter (where ${answered})`,
    voicemail: `count(*) filter (where ${machine})`,
    talk_seconds: `coalesce(sum(${column("talk")}::integer) filter (where ${answered}), 0)`,
    conversions: `count(*) filter (where ${answered} and ${sold})`,
  };
  const measures = MEASURES.map((name) => `(${sums[name]})::integer as ${name}`).join(", ");
  const outbound = `${column("direction")} = '${at.outbound}'`;
  return `select case when ${outbound} then ${column("number")} end as number, substr(${column("started")}, 1, 10) as day,
    ${measures}, ${outbound} as outbound
    from read_csv('calls.csv', all_varchar = true, header = ${shape !== "headerless"}, delim = ',', quote = '"', escape = '"')
    group by all`;
};

export const start = async () => {
  const worker = new Worker(new URL("duckdb-browser-eh.worker.js", DIST));
  const database = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), worker);
  await database.instantiate(new URL("duckdb-eh.wasm", DIST).href);
  const connection = await database.connect();
  return async (file, shape) => {
    await database.dropFile("calls.csv").catch(() => {});
    await database.registerFileHandle("calls.csv", file, duckdb.DuckDBDataProtocol.BROWSER_FILEREADER, true);
    const answer = await connection.query(query(shape));
    const columns = MEASURES.map((name) => answer.getChild(name).toArray());
    const outbound = answer.getChild("outbound").toJSON();
    const counts = new Uint32Array(answer.numRows * MEASURES.length);
    let rows = 0;
    for (let at = 0; at < answer.numRows; at += 1) {
      rows += columns[0][at];
      if (outbound[at]) columns.forEach((column, measure) => (counts[at * MEASURES.length + measure] = column[at]));
    }
    return { rows, numbers: answer.getChild("number").toJSON(), days: answer.getChild("day").toJSON(), counts };
  };
};
