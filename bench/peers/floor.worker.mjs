import { serve } from "./worker.mjs";

serve(async (file) => {
  const reader = file.stream().getReader({ mode: "byob" });
  let buffer = new ArrayBuffer(1 << 20);
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read(new Uint8Array(buffer));
    if (done) return { bytes };
    bytes += value.byteLength;
    buffer = value.buffer;
  }
});
