namespace Backprop.Tests.Parity;

/// <summary>Recurrent layers and cells against PyTorch: outputs, last states, all gradients, one step.</summary>
public class RecurrentParityTests
{
    private static readonly Fixture Fixture = Fixture.Load("recurrent");

    public static TheoryData<string, DType> Rows => Precisions.Of(Fixture.Cases.Select(c => c.Name));

    [Theory]
    [MemberData(nameof(Rows))]
    public void Values_gradients_and_one_step_agree(string name, DType dtype)
    {
        Case c = Fixture[name];
        var run = new CaseRun(c, dtype);
        var (module, outputs) = Run(c, run);
        run.Check(outputs);
        run.CheckParameters(module);
    }

    private static (Module Module, Dictionary<string, Tensor> Outputs) Run(Case c, CaseRun run)
    {
        int inputs = (int)c.Argument("input_size"), hidden = (int)c.Argument("hidden_size");
        bool bias = c.Argument("bias", true), both = c.Argument("bidirectional", false);
        int layers = c.Length("num_layers", 1);
        Layer? activation = c.Arguments.ContainsKey("nonlinearity") ? Functional.Relu : null;
        switch (c.Component)
        {
            case "RNN":
                var rnn = run.Load(new Rnn(inputs, hidden, layers, activation, both, bias: bias));
                return (rnn, Named(rnn.Run(run["x"], Optional("h_0"), Lengths())));
            case "GRU":
                var gru = run.Load(new Gru(inputs, hidden, layers, both, bias: bias));
                return (gru, Named(gru.Run(run["x"], Optional("h_0"), Lengths())));
            case "LSTM":
                var lstm = run.Load(new Lstm(inputs, hidden, layers, both, bias: bias));
                return (lstm, Named(lstm.Run(run["x"], State(), Lengths())));
            case "RNNCell":
                var rnnCell = run.Load(new RnnCell(inputs, hidden));
                return (rnnCell, new() { ["h_n"] = rnnCell.Forward(run["x"], run["h_0"]) });
            case "GRUCell":
                var gruCell = run.Load(new GruCell(inputs, hidden));
                return (gruCell, new() { ["h_n"] = gruCell.Forward(run["x"], run["h_0"]) });
            case "LSTMCell":
                var lstmCell = run.Load(new LstmCell(inputs, hidden));
                var (h, cell) = lstmCell.Forward(run["x"], State()!);
                return (lstmCell, new() { ["h_n"] = h, ["c_n"] = cell });
            default:
                throw new NotSupportedException($"{c.Component} has no row here.");
        }

        Tensor? Optional(string input) => c.Inputs.ContainsKey(input) ? run[input] : null;
        LstmState? State() => c.Inputs.ContainsKey("c_0") ? new(run["h_0"], run["c_0"]) : null;
        int[]? Lengths() => Optional("lengths")?.ToArray<int>();
    }

    private static Dictionary<string, Tensor> Named(Unrolled<Tensor> run) => new() { ["y"] = run.Outputs, ["h_n"] = run.State };

    private static Dictionary<string, Tensor> Named(Unrolled<LstmState> run) =>
        new() { ["y"] = run.Outputs, ["h_n"] = run.State.Hidden, ["c_n"] = run.State.Cell };
}
