using System.Text.Json;

namespace Backprop.Tests.Onnx;

/// <summary>A net to export, and inputs to run the file on: of other batch sizes, and lengths where they are
/// free.</summary>
internal sealed record OnnxCase(string Name, Module Net, Tensor Example, Tensor[] Inputs, params string[] FreeAxes)
{
    /// <summary>Writes the file and its inputs.</summary>
    internal void Write(string folder)
    {
        Net.ExportOnnx(Path.Combine(folder, Name + ".onnx"), Example, FreeAxes.Length == 0 ? null : FreeAxes);
        var inputs = Inputs.Select(x => new
        {
            type = x.DType.ToString().ToLowerInvariant(),
            dims = x.Shape.ToArray(),
            data = x.ToArray<double>(),
        });
        File.WriteAllText(Path.Combine(folder, Name + ".inputs.json"), JsonSerializer.Serialize(inputs));
    }

    /// <summary>What our net makes of each input.</summary>
    internal Tensor[] Expected()
    {
        using var use = Net.Evaluate();
        return Array.ConvertAll(Inputs, Net.Forward);
    }
}
