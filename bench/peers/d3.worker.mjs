// d3-dsv takes whole texts only.
import dsv from "../node_modules/d3-dsv/src/dsv.js";
import { RollUp } from "./roll-up.mjs";
import { serve } from "./worker.mjs";

const csv = dsv(",");

serve(async (file, shape) => {
  const text = await file.text();
  // Of a file that is too long for a text, Chromium gives an empty one, without an error.
  if (text.length === 0 && file.size > 0) throw new Error("the file does not fit into a text");
  const rollUp = new RollUp(shape);
  csv.parseRows(text, (row) => {
    rollUp.push(row);
  });
  return rollUp.finish();
});
