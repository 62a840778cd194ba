namespace Backprop.Tests.Onnx;

/// <summary>Exported nets, judged by other programs.</summary>
public sealed class OnnxRunTests(OnnxFiles files) : IClassFixture<OnnxFiles>
{
    public static TheoryData<string> Names => [.. OnnxCases.All.Keys];

    [OnnxCheckerTheory]
    [MemberData(nameof(Names))]
    public void An_exported_net_passes_the_format_s_own_checker(string name)
    {
        files.CheckWritten(name);
        Assert.Equal("ok", files.Verdict(name));
    }

    [OnnxRuntimeTheory]
    [MemberData(nameof(Names))]
    public void Another_program_computes_the_same_from_it_for_batches_of_other_sizes(string name)
    {
        files.CheckWritten(name);
        var net = OnnxCases.All[name];
        Tensor[] expected = net.Expected();
        var actual = files.Results(name);
        Assert.Equal(expected.Length, actual.Length);
        foreach (var (y, (dims, data)) in expected.Zip(actual))
        {
            Assert.Equal(y.Shape.ToArray(), dims);
            foreach (var (ours, theirs) in y.ToArray<double>().Zip(data))
                Assert.Equal(ours, theirs, tolerance: 1e-5 * Math.Max(1, Math.Abs(ours)));
        }
    }
}
