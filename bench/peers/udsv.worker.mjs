// uDSV, chunk by chunk, rows as lists of strings.
import { inferSchema, initParser } from "../node_modules/udsv/dist/uDSV.mjs";
import { RollUp } from "./roll-up.mjs";
import { serve } from "./worker.mjs";

serve(async (file, shape) => {
  const rollUp = new RollUp(shape);
  const take = (row) => void rollUp.push(row);
  let parser;
  // A schema's header is not handed over as a row.
  const reader = file.stream().pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    if (!parser) {
      const schema = inferSchema(value, shape === "headerless" ? { header: () => [Array.from({ length: 18 }, (_, at) => `c${at}`)] } : {});
      if (shape === "headerless") schema.skip = 0;
      else rollUp.push(schema.cols.map(({ name }) => name));
      parser = initParser(schema);
    }
    parser.chunk(value, parser.stringArrs, take);
  }
  parser.end();
  return rollUp.finish();
});
