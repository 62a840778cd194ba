namespace Backprop.Tests.Parity;

/// <summary>Linear layers, embeddings and flattening against PyTorch.</summary>
public class LinearParityTests
{
    private static readonly Fixture Fixture = Fixture.Load("linear");

    public static TheoryData<string, DType> Rows => Cases("Linear");

    public static TheoryData<string, DType> Words => Cases("Embedding");

    public static TheoryData<string, DType> Flattened => Cases("Flatten");

    [Theory]
    [MemberData(nameof(Rows))]
    public void Values_gradients_and_one_step_agree(string name, DType dtype)
    {
        Case c = Fixture[name];
        var run = new CaseRun(c, dtype);
        int inputs = (int)c.Argument("in_features"), outputs = (int)c.Argument("out_features");
        Linear layer = c.Parameters.ContainsKey("bias")
            ? new Linear(inputs, outputs) { Weight = run.Parameter("weight"), Bias = run.Parameter("bias") }
            : new Linear(inputs, outputs, bias: false) { Weight = run.Parameter("weight") };
        run.Check(layer.Forward(run["x"]));
        run.CheckParameters(layer);
    }

    [Theory]
    [MemberData(nameof(Words))]
    public void Vectors_of_words_their_gradients_and_one_step_agree(string name, DType dtype)
    {
        Case c = Fixture[name];
        var run = new CaseRun(c, dtype);
        int? padding = c.Arguments.ContainsKey("padding_idx") ? (int)c.Argument("padding_idx") : null;
        var layer = new Embedding((int)c.Argument("num_embeddings"), (int)c.Argument("embedding_dim"), padding)
        {
            Weight = run.Parameter("weight"),
        };
        run.Check(layer.Forward(run["x"]));
        run.CheckParameters(layer);
    }

    [Theory]
    [MemberData(nameof(Flattened))]
    public void Flattened_values_and_gradients_agree(string name, DType dtype)
    {
        Case c = Fixture[name];
        var run = new CaseRun(c, dtype);
        run.Check(new Flatten((int)c.Argument("start_dim"), (int)c.Argument("end_dim")).Forward(run["x"]));
    }

    [Fact]
    public void Every_case_is_read() =>
        Assert.Equal(Fixture.Cases.Count, (Rows.Count + Words.Count + Flattened.Count) / 2);

    private static TheoryData<string, DType> Cases(string component) =>
        Precisions.Of(Fixture.Cases.Where(c => c.Component == component).Select(c => c.Name));
}
