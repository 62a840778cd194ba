namespace Backprop.Tests.Onnx;

/// <summary>Several layers on one input, their results side by side.</summary>
internal sealed class AllOf(Layer[] layers, bool flat = false) : Module
{
    public IReadOnlyList<Layer> Layers { get; } = layers;

    public override Tensor Forward(Tensor x) =>
        Tensor.Concat([.. Layers.Select(layer => flat ? layer(x).Reshape(x.Shape[0], -1) : layer(x))], 1);
}

/// <summary>A function as a net.</summary>
internal sealed class FunctionOf(Layer function) : Module
{
    public override Tensor Forward(Tensor x) => function(x);
}

/// <summary>Starts a second LSTM from the state in which the first one ends, and keeps the end of that.</summary>
internal sealed class LastState : Module
{
    public Lstm First { get; } = new(3, 4);

    public Lstm Second { get; } = new(4, 4);

    public override Tensor Forward(Tensor x)
    {
        var (outputs, state) = First.Run(x);
        var (_, end) = Second.Run(outputs, state);
        return Tensor.Concat([end.Hidden[0], end.Cell[0]], 1);
    }
}

/// <summary>Steps by hand.</summary>
internal sealed class CellInLoop : Module
{
    public GruCell Cell { get; } = new(3, 4);

    public override Tensor Forward(Tensor x)
    {
        Tensor state = Tensor.Zeros(x.Shape[0], 4);
        for (int t = 0; t < x.Shape[1]; t++)
            state = Cell.Forward(x[.., t], state);
        return state;
    }
}

/// <summary>Attention that looks past words with the number 0; a row may have no other.</summary>
internal sealed class MaskedAttention : Module
{
    public Embedding Words { get; } = new(7, 8, padding: 0);

    public MultiHeadAttention Attention { get; } = new(8, 2);

    public override Tensor Forward(Tensor x) =>
        Attention.Forward(Words.Forward(x), keysKept: Tensor.NotEqual(x, 0), causal: true);
}

/// <summary>Numbers in double precision.</summary>
internal sealed class Doubled : Module
{
    public Tensor Weight { get; } = Tensor.Randn([3, 2], DType.Float64).RequireGrad();

    public override Tensor Forward(Tensor x) => (x.MatMul(Weight) + 0.1).Tanh();
}
