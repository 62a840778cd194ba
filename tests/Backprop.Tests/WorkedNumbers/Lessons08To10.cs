using static Backprop.Tests.WorkedNumbers.Float64;

namespace Backprop.Tests.WorkedNumbers;

/// <summary>Graphs of numbers, and backpropagation by hand and in boxes.</summary>
internal static class Lessons08To10
{
    private static readonly ScalarGraph CosinePlusSine =
        ScalarGraph.From((double w) => Math.Cos(w * w) + Math.Sin(w * w)).Named("w", "square", "cos", "sin", "o").At(1);

    private static readonly HandNetwork Network = new(
        new HandLayer(new[,] { { 0.1, 0.3 }, { 0.2, -0.4 } }, [0, 0.1], HandActivation.Sigmoid),
        new HandLayer(new[,] { { 0.5, -0.6 } }, [0.05], HandActivation.Sigmoid));

    private static HandPass Pass => Network.Forward([1, 0.5]);

    private static HandGradients Gradients => Network.FromOutputDelta(Pass, [Pass.Output[0] - 1]);

    public static Answers Answers => new()
    {
        { "L08.path.cos", () => Through("cos") },
        { "L08.path.sin", () => Through("sin") },
        { "L08.sum", () => CosinePlusSine.S("w", "o") },
        { "L08.paths", () => (double)ScalarGraph.Layered(10, 2).PathCount },
        { "L08.edges", () => ScalarGraph.Layered(10, 2).Graph.Edges.Count },
        { "L08.micrograd.g", () => Micrograd(Number(-4), Number(2)) },
        { "L08.micrograd.da", () => Slope(a => Micrograd(a, Number(2)), -4) },
        { "L08.micrograd.db", () => Slope(b => Micrograd(Number(-4), b), 2) },

        { "L09.h.0", () => Pass.PostActivations[1][0] },
        { "L09.h.1", () => Pass.PostActivations[1][1] },
        { "L09.y", () => Pass.Output[0] },
        { "L09.loss", () => Vector(Pass.Output).BinaryCrossEntropy(Vector(1)) },
        { "L09.delta2", () => Gradients.Deltas[1][0] },
        { "L09.delta1.0", () => Gradients.Deltas[0][0] },
        { "L09.delta1.1", () => Gradients.Deltas[0][1] },
        { "L09.loss.after", LossAfterAStep },

        { "L10.max", () => new DecoupledMax(3).Forward([3, 7, 5])[0] },
        { "L10.phi", () => new DecoupledActivation(HandActivation.Sigmoid).Forward([2])[0] },
        { "L10.slope", () => SigmoidBox(2).Slope },
        { "L10.factor", () => SigmoidBox(2).Value / SigmoidBox(2).Slope },
    };

    private static double Through(string node) =>
        CosinePlusSine.Paths("w").Single(path => path.Nodes.Contains(node)).Product;

    /// <summary>The example of micrograd's README.</summary>
    private static Tensor Micrograd(Tensor a, Tensor b)
    {
        Tensor c = a + b, d = a * b + b.Pow(3);
        c += c + 1;
        c += 1 + c - a;
        d += d * 2 + (b + a).Relu();
        d += 3 * d + (b - a).Relu();
        Tensor f = (c - d).Square();
        return f / 2 + 10 / f;
    }

    /// <summary>The network by hand as one that is trained: the loss after a step at rate 1.</summary>
    private static Tensor LossAfterAStep()
    {
        Sequential net = [Layer(Network.Layers[0]), Functional.Sigmoid, Layer(Network.Layers[1]), Functional.Sigmoid];
        Tensor x = Matrix(new[,] { { 1, 0.5 } }), target = Matrix(new[,] { { 1.0 } });
        new Sgd(net.Parameters) { LearningRate = 1 }.Step(Loss);
        return Loss();

        Tensor Loss() => net.Forward(x).BinaryCrossEntropy(target);
    }

    private static Linear Layer(HandLayer layer) => new(layer.Inputs, layer.Outputs)
    {
        Weight = Matrix(layer.Weights).RequireGrad(),
        Bias = Vector(layer.Bias).RequireGrad(),
    };

    private static (double Value, double Slope) SigmoidBox(double z)
    {
        var box = new DecoupledActivation(HandActivation.Sigmoid);
        return (box.Forward([z])[0], box.Backward([1])[0]);
    }
}
