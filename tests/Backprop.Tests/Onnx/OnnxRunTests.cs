namespace Backprop.Tests.Onnx;

/// <summary>Exported nets, judged by other programs. All files are checked and run in one go, which a test then reads.</summary>
public class OnnxRunTests
{
    private static readonly Lazy<string> Folder = new(() =>
    {
        string folder = Directory.CreateTempSubdirectory("onnx-").FullName;
        foreach (var net in OnnxCases.All.Values)
            net.Write(folder);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return folder;
    });

    private static readonly Lazy<string[]> Verdicts = new(() => OnnxTools.Check(Folder.Value).Split('\n'));
    private static readonly Lazy<string> Runs = new(() => OnnxTools.Run(Folder.Value));

    public static TheoryData<string> Names => [.. OnnxCases.All.Keys];

    [OnnxCheckerTheory]
    [MemberData(nameof(Names))]
    public void An_exported_net_passes_the_format_s_own_checker(string name)
    {
        string line = Array.Find(Verdicts.Value, line => line.StartsWith(name + ".onnx ", StringComparison.Ordinal))
            ?? string.Join('\n', Verdicts.Value);
        Assert.Equal($"{name}.onnx ok", line.Trim());
    }

    [OnnxRuntimeTheory]
    [MemberData(nameof(Names))]
    public void Another_program_computes_the_same_from_it_for_batches_of_other_sizes(string name)
    {
        Assert.Equal("", Runs.Value);
        var net = OnnxCases.All[name];
        Tensor[] expected = net.Expected();
        var actual = net.Actual(Folder.Value);
        Assert.Equal(expected.Length, actual.Length);
        foreach (var (y, (dims, data)) in expected.Zip(actual))
        {
            Assert.Equal(y.Shape.ToArray(), dims);
            foreach (var (ours, theirs) in y.ToArray<double>().Zip(data))
                Assert.True(ours == theirs || Math.Abs(ours - theirs) <= 1e-5 * Math.Max(1, Math.Abs(ours)), $"{ours} ≠ {theirs}");
        }
    }
}
