namespace Backprop.Tests.Parity;

/// <summary>Attention and transformer blocks against PyTorch: outputs, weights, all gradients, one step.</summary>
public class AttentionParityTests
{
    private static readonly Fixture Fixture = Fixture.Load("attention");

    public static TheoryData<string, DType> Rows => Precisions.Of(Fixture.Cases.Select(c => c.Name));

    [Theory]
    [MemberData(nameof(Rows))]
    public void Values_gradients_and_one_step_agree(string name, DType dtype)
    {
        Case c = Fixture[name];
        var run = new CaseRun(c, dtype);
        var (module, outputs) = Run(c, run);
        run.Check(outputs);
        if (module is not null)
            run.CheckParameters(module);
    }

    [Theory]
    [InlineData("attention.causal", DType.Float32)]
    [InlineData("attention.causal", DType.Float64)]
    public void A_causal_flag_is_the_mask_of_the_past(string name, DType dtype)
    {
        Case c = Fixture[name];
        var run = new CaseRun(c, dtype);
        run.Check(new Dictionary<string, Tensor>
        {
            ["y"] = Functional.Attention(run["q"], run["k"], run["v"], causal: true),
            ["weights"] = Functional.AttentionWeights(run["q"], run["k"], causal: true),
        });
    }

    private static (Module? Module, Dictionary<string, Tensor> Outputs) Run(Case c, CaseRun run)
    {
        Tensor? keep = Optional("keep"), kept = Optional("keys_kept");
        switch (c.Component)
        {
            case "ScaledDotProductAttention":
                return (null, new()
                {
                    ["y"] = Functional.Attention(run["q"], run["k"], run["v"], keep),
                    ["weights"] = Functional.AttentionWeights(run["q"], run["k"], keep),
                });
            case "MultiheadAttention":
                return MultiHead(c, run, keep, kept);
            case "TransformerEncoderLayer":
                var encoder = run.Load(new TransformerEncoderLayer(Int("d_model"), Int("nhead"), Int("dim_feedforward"),
                    c.Argument("dropout"), Activation(), c.Argument("norm_first", false)));
                return (encoder, new() { ["y"] = encoder.Forward(run["x"], keep, kept) });
            case "TransformerDecoderLayer":
                var decoder = run.Load(new TransformerDecoderLayer(Int("d_model"), Int("nhead"), Int("dim_feedforward"),
                    c.Argument("dropout"), Activation(), c.Argument("norm_first", false)));
                return (decoder, new()
                {
                    ["y"] = decoder.Forward(run["x"], run["memory"], keep, kept, memoryKept: Optional("memory_kept")),
                });
            case "SinusoidalPositions":
                return (null, new() { ["y"] = new SinusoidalPositions(Int("length"), Int("width")).Forward(run["x"]) });
            default:
                throw new NotSupportedException($"{c.Component} has no row here.");
        }

        int Int(string name) => (int)c.Argument(name);
        Tensor? Optional(string input) => c.Inputs.ContainsKey(input) ? run[input] : null;
        Layer Activation() => c.Arguments.ContainsKey("activation") ? Functional.Gelu : Functional.Relu;
    }

    private static (Module Module, Dictionary<string, Tensor> Outputs) MultiHead(
        Case c, CaseRun run, Tensor? keep, Tensor? kept)
    {
        var layer = run.Load(new MultiHeadAttention((int)c.Argument("embed_dim"), (int)c.Argument("num_heads"),
            c.Argument("bias", true), Width("kdim"), Width("vdim")));
        Tensor? key = c.Inputs.ContainsKey("key") ? run["key"] : null, value = key is null ? null : run["value"];
        return (layer, new()
        {
            ["y"] = layer.Forward(run["query"], key, value, keep, kept),
            ["weights"] = layer.Weights(run["query"], key, keep, kept).Mean(1),
        });

        int? Width(string name) => c.Arguments.ContainsKey(name) ? (int)c.Argument(name) : null;
    }
}
