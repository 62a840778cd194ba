using System.Globalization;
using System.Reflection;
using Backprop.Onnx;
using Google.Protobuf;

namespace Backprop;

/// <summary>Writes nets as ONNX files, which other programs run without this library: in the browser, on a phone, from
/// Python, C++ or C#.</summary>
public static class OnnxExport
{
    internal const string Input = "input", Output = "output";

    // The newest operators and format that tools of 2022 read.
    private const int Opset = 17, Format = 8;

    // A file of Protocol Buffers ends at 2 GB.
    private const long MostBytes = int.MaxValue - (1 << 20);

    /// <summary>
    /// Writes what the net does with an example, as it is used (<see cref="Module.Eval"/>: no dropout, running
    /// statistics): <c>net.ExportOnnx("model.onnx", example)</c>. The file's input is called <c>input</c>, its result
    /// <c>output</c>; weights carry the names of the state dictionary. Operator set 17, format 8.
    /// </summary>
    /// <remarks>
    /// The net runs on rows of the example and every operation is written down, so any <see cref="Module.Forward"/>
    /// that is made of tensor operations can be exported, also one of your own. What C# decides on the way is fixed in
    /// the file: an <c>if</c>, the number of passes of a loop. Where numbers of a tensor that depends on the input
    /// decide (<see cref="Tensor.Item"/>), the export stops and says so. A <see cref="Rnn"/>, <see cref="Lstm"/> or
    /// <see cref="Gru"/> becomes one node for each layer and direction; cells in a loop of your own are written out
    /// step by step. Not every program runs float64; float32 runs everywhere.
    /// <para>To use it from Python: <c>onnxruntime.InferenceSession("model.onnx").run(None, {"input": x})[0]</c>; from
    /// JavaScript: <c>(await session.run({ input: x })).output</c>.</para>
    /// </remarks>
    /// <param name="module">The net; one tensor in, one out.</param>
    /// <param name="path">The file, which is replaced as a whole or not at all. Missing folders are made.</param>
    /// <param name="example">An input as <see cref="Module.Forward"/> takes it: float32, float64, int32 or
    /// bool.</param>
    /// <param name="freeAxes">Names for the first axes, those whose length the file leaves open: the batch if left out,
    /// <c>["batch", "time"]</c> for sequences of any length, <c>[]</c> for none.</param>
    /// <exception cref="NotSupportedException">Something in the net cannot be said in ONNX: the message names the
    /// operation and the layer.</exception>
    /// <exception cref="ArgumentException">The example does not fit the free axes.</exception>
    public static void ExportOnnx(
        this Module module, string path, Tensor example, IReadOnlyList<string>? freeAxes = null)
    {
        ArgumentNullException.ThrowIfNull(module);
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentNullException.ThrowIfNull(example);
        long weights = module.Parameters.Sum(parameter => (long)parameter.Shape.Size);
        var state = module.NamedParameters.Concat(module.NamedBuffers).ToList();
        CheckSize(module, state.Sum(entry => entry.Value.Shape.Size * (long)entry.Value.DType.Size()));
        var probes = Probes.Of(example, freeAxes ?? ["batch"]);
        var recording = Recording.Of(module, probes);
        var model = new ModelProto
        {
            IrVersion = Format,
            ProducerName = "Backprop",
            ProducerVersion = typeof(Module).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
                ?.InformationalVersion.Split('+')[0] ?? "",
            DocString = module.ToString(),
            Graph = Translator.Translate(recording, probes, module.GetType().Name),
            OpsetImport = { new OperatorSetIdProto { Domain = "", Version = Opset } },
            MetadataProps =
            {
                Property("model", module.GetType().Name),
                Property("parameters", weights.ToString(CultureInfo.InvariantCulture)),
            },
        };
        CheckSize(module, model.CalculateSize());
        AtomicFile.Write(path, model.WriteTo);
    }

    private static StringStringEntryProto Property(string key, string value) => new() { Key = key, Value = value };

    private static void CheckSize(Module module, long bytes)
    {
        if (bytes > MostBytes)
        {
            throw new NotSupportedException(string.Create(CultureInfo.InvariantCulture,
                $"{module} holds {bytes / 1e9:F1} GB, but an ONNX file ends at 2 GB. Save it as safetensors."));
        }
    }
}
