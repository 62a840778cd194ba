namespace Backprop.Onnx;

/// <content>Recurrent layers as single nodes, so that the file runs on sequences of any length.</content>
internal sealed partial class Translator
{
    private void WriteRecurrence(Operation step)
    {
        var (cell, isReverse) = (RecurrentLayer.Recurrence)step.Maker;
        var (type, gates) = cell switch
        {
            LstmCell => ("LSTM", (int[])[0, 3, 1, 2]), // i f g o → i o f c
            GruCell => ("GRU", [1, 0, 2]), // r z n → z r h
            _ => ("RNN", [0]),
        };
        string x = graph.Add("Transpose", [Only(step)], Attributes.Row("perm", 1, 0, 2));
        string[] outputs = graph.AddMany(type, 1 + cell.StateCount,
            [x, Blocks(cell.WeightIh, gates, cell.Hidden), Blocks(cell.WeightHh, gates, cell.Hidden),
                Biases(cell, gates), "", .. step.Inputs[1..].Select(Start)],
            [Attributes.Of("hidden_size", cell.Hidden), Attributes.Of("direction", isReverse ? "reverse" : "forward"),
                .. Options(cell)]);
        // [time, direction, batch, hidden]
        string steps = graph.Add("Squeeze", [outputs[0], graph.Row(1)]);
        step.Results[0].Name = graph.Add("Transpose", [steps], Attributes.Row("perm", 1, 0, 2));
        for (int part = 0; part < cell.StateCount; part++)
            step.Results[1 + part].Name = graph.Add("Squeeze", [outputs[1 + part], graph.Row(0)]);
    }

    private static AttributeProto[] Options(RecurrentCell cell) => cell switch
    {
        GruCell => [Attributes.Of("linear_before_reset", 1)],
        RnnCell rnn => [Attributes.Row("activations", rnn.IsRelu ? ["Relu"] : (string[])["Tanh"])],
        _ => [],
    };

    /// <summary>Weights with their blocks in ONNX's order, and an axis in front for the direction.</summary>
    private string Blocks(Tensor weight, int[] gates, int hidden) =>
        graph.Add("Gather", [NameOf(recording.Of(weight)), Order(gates, hidden)], Attributes.Of("axis", 0));

    /// <summary>Both biases as one row; none if there are none.</summary>
    private string Biases(RecurrentCell cell, int[] gates)
    {
        if (cell is not { BiasIh: { } input, BiasHh: { } state })
            return "";
        string order = Order(gates, cell.Hidden);
        string[] rows = [.. new[] { input, state }.Select(bias =>
            graph.Add("Gather", [NameOf(recording.Of(bias)), order], Attributes.Of("axis", 0)))];
        return graph.Add("Concat", rows, Attributes.Of("axis", 1));
    }

    /// <summary>Which row stands where, <c>[1, gates · hidden]</c>.</summary>
    private string Order(int[] gates, int hidden)
    {
        string row = graph.Row(gates.SelectMany(gate => Enumerable.Range(gate * hidden, hidden)));
        return graph.Add("Unsqueeze", [row, graph.Row(0)]);
    }

    /// <summary>The state before; nothing for zeros.</summary>
    private string Start(Value state) => MadeValues.IsZero(state)
        ? ""
        : graph.Add("Unsqueeze", [NameOf(state), graph.Row(0)]);
}
