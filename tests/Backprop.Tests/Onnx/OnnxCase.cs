using System.Globalization;
using System.Text.Json;

namespace Backprop.Tests.Onnx;

/// <summary>A net to export, and inputs to run the file on: of other batch sizes, and lengths where they are free.</summary>
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

    /// <summary>What the runtime made of it.</summary>
    internal (int[] Dims, double[] Data)[] Actual(string folder)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, Name + ".outputs.json")));
        if (json.RootElement.ValueKind == JsonValueKind.String)
            throw new InvalidOperationException($"{Name}: {json.RootElement.GetString()}");
        return [.. json.RootElement.EnumerateArray().Select(result => (
            result.GetProperty("dims").EnumerateArray().Select(dim => dim.GetInt32()).ToArray(),
            result.GetProperty("data").EnumerateArray().Select(number => Read(number.GetString()!)).ToArray()))];
    }

    private static double Read(string number) => number switch
    {
        "Infinity" => double.PositiveInfinity,
        "-Infinity" => double.NegativeInfinity,
        _ => double.Parse(number, CultureInfo.InvariantCulture),
    };
}
