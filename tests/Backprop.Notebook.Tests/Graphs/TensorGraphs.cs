using Backprop.Tests.Notebook;

namespace Backprop.Tests.Graphs;

/// <summary>Calculations of tensors whose graphs are drawn, with numbers that never change.</summary>
internal static class TensorGraphs
{
    /// <summary>One layer and a loss: a product, a broadcast bias, an activation, a mean. Backward has run.</summary>
    public static Graph Layer(bool isWalked = true)
    {
        Tensor loss = LayerLoss(out _, out _);
        if (isWalked)
            loss.Backward();
        return loss.Graph;
    }

    /// <summary>The loss of the layer, and its two parameters.</summary>
    public static Tensor LayerLoss(out Tensor weight, out Tensor bias)
    {
        weight = Tensor.From(NotebookGallery.Waves(6), [2, 3]).RequireGrad();
        bias = Tensor.From(NotebookGallery.Waves(2)).RequireGrad();
        Tensor x = Tensor.From(NotebookGallery.Waves(12), [4, 3]);
        return (x.MatMul(weight.T) + bias).Tanh().Square().Mean();
    }

    /// <summary>tanh(a·b + c) · a of single numbers.</summary>
    public static Graph OneNumber(bool keepGraph)
    {
        Tensor a = 0.5, b = -3, c = 1;
        var o = ((a.RequireGrad() * b.RequireGrad()) + c.RequireGrad()).Tanh() * a;
        o.Backward(keepGraph);
        return o.Graph;
    }

    /// <summary>A recurrent network: nine operations a step, three shared leaves.</summary>
    public static Graph Recurrent(int steps)
    {
        var w = Tensor.From(NotebookGallery.Waves(16), [4, 4]).RequireGrad();
        var u = Tensor.From(NotebookGallery.Waves(8), [2, 4]).RequireGrad();
        var b = Tensor.From(NotebookGallery.Waves(4)).RequireGrad();
        Tensor h = Tensor.Zeros(3, 4);
        Tensor x = Tensor.From(NotebookGallery.Waves(6), [3, 2]);
        Tensor total = 0;
        for (int step = 0; step < steps; step++)
        {
            h = ((h.MatMul(w) * 0.1) + x.MatMul(u) + b).Tanh();
            total += h.Square().Mean();
        }
        total.Backward();
        return total.Graph;
    }
}
