// Runs each model.onnx of a folder on the inputs beside it with onnxruntime-web and writes what comes out.
// node run.mjs <folder> <node_modules>
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, modules] = process.argv.slice(2);
const library = join(modules, "onnxruntime-web", "dist", "ort.node.min.mjs");
const ort = await import(pathToFileURL(library).href);
ort.env.wasm.numThreads = 1;
ort.env.logLevel = "error";

const arrays = { float32: Float32Array, float64: Float64Array, int32: Int32Array, bool: Uint8Array };

for (const file of readdirSync(folder).filter((name) => name.endsWith(".onnx"))) {
  const name = file.slice(0, -".onnx".length);
  const inputs = JSON.parse(readFileSync(join(folder, name + ".inputs.json"), "utf8"));
  let results;
  try {
    const session = await ort.InferenceSession.create(readFileSync(join(folder, file)), { logSeverityLevel: 3 });
    results = [];
    for (const { type, dims, data } of inputs) {
      const input = new ort.Tensor(type, arrays[type].from(data), dims);
      const { output } = await session.run({ input });
      results.push({ dims: output.dims, data: Array.from(output.data, (number) => String(Number(number))) });
    }
    await session.release();
  } catch (error) {
    results = String(error?.message ?? error);
  }
  writeFileSync(join(folder, name + ".outputs.json"), JSON.stringify(results));
}
