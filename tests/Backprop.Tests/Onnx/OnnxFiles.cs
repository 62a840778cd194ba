using System.Globalization;
using System.Text.Json;

namespace Backprop.Tests.Onnx;

/// <summary>All nets of <see cref="OnnxCases"/> as files in a folder, checked and run in one go: starting a program for
/// each would cost more than the work.</summary>
public sealed class OnnxFiles : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("onnx-").FullName;
    private readonly Dictionary<string, Exception> failures = [];
    private readonly Lazy<string> verdicts, run;

    public OnnxFiles()
    {
        foreach (var net in OnnxCases.All.Values)
        {
            if (Record.Exception(() => net.Write(folder)) is { } failure)
                failures.Add(net.Name, failure);
        }
        verdicts = new(() => OnnxTools.Check(folder));
        run = new(() => OnnxTools.Run(folder));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    internal void CheckWritten(string name) => Assert.Null(failures.GetValueOrDefault(name));

    /// <summary><c>ok</c>, or what the checker has to say.</summary>
    internal string Verdict(string name)
    {
        string begin = name + ".onnx ";
        string? line = Array.Find(verdicts.Value.Split('\n'), line => line.StartsWith(begin, StringComparison.Ordinal));
        return line?[begin.Length..].Trim() ?? verdicts.Value;
    }

    /// <summary>What the runtime made of each input.</summary>
    internal (int[] Dims, double[] Data)[] Results(string name)
    {
        Assert.Equal("", run.Value);
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, name + ".outputs.json")));
        if (json.RootElement.ValueKind == JsonValueKind.String)
            Assert.Fail(json.RootElement.GetString()!);
        return [.. json.RootElement.EnumerateArray().Select(result => (
            result.GetProperty("dims").EnumerateArray().Select(dim => dim.GetInt32()).ToArray(),
            result.GetProperty("data").EnumerateArray().Select(number => Number(number.GetString()!)).ToArray()))];
    }

    private static double Number(string text) => text switch
    {
        "Infinity" => double.PositiveInfinity,
        "-Infinity" => double.NegativeInfinity,
        _ => double.Parse(text, CultureInfo.InvariantCulture),
    };
}
