using Backprop.Ops;

namespace Backprop;

/// <summary>The library's elementwise activations with what is known of them. A new one is one entry.</summary>
internal static class ActivationCatalogue
{
    internal static IReadOnlyList<Activation> All { get; } =
    [
        Of("identity", Formula.Input(0), "(−∞, ∞)",
            strength: "the output unit of a regression", weakness: "stacked linear layers are one linear layer"),
        Of("step", new Ops.Step(0).ForwardFormula, "{0, 1}",
            strength: "a decision, as in the threshold neuron", weakness: "slope 0 everywhere: nothing can be learned through it",
            source: "McCulloch and Pitts, 1943"),
        Of("sigmoid", Ops.Sigmoid.Instance.ForwardFormula, "(0, 1)",
            strength: "reads as a probability", weakness: "saturates on both sides; never negative; slope at most 1/4"),
        Of("tanh", Ops.Tanh.Instance.ForwardFormula, "(−1, 1)",
            strength: "centred on 0, slope up to 1", weakness: "saturates on both sides"),
        Of("hard tanh", new Ops.HardTanh(-1, 1).ForwardFormula, "[−1, 1]",
            strength: "tanh without the exponential", weakness: "slope 0 outside −1 to 1", source: "Collobert, 2004"),
        Of("ReLU", Ops.Relu.Instance.ForwardFormula, "[0, ∞)",
            strength: "cheap; slope 1 for every positive input; sparse", weakness: "a unit that is never positive stops learning",
            source: "Nair and Hinton, 2010"),
        Of("leaky ReLU", new Ops.LeakyRelu(0.01).ForwardFormula, "(−∞, ∞)",
            strength: "no unit dies", weakness: "its slope is one more number to choose", source: "Maas and others, 2013"),
        Of("ELU", new Ops.Elu(1).ForwardFormula, "(−1, ∞)",
            strength: "outputs average nearer to 0", weakness: "costs an exponential", source: "Clevert and others, 2016"),
        Of("SELU", Ops.Selu.Instance.ForwardFormula, "(−1.758, ∞)",
            strength: "keeps mean 0 and variance 1", weakness: "only with its own initialisation", source: "Klambauer and others, 2017"),
        Of("SiLU (Swish)", Ops.Silu.Instance.ForwardFormula, "[−0.278, ∞)",
            strength: "smooth; lets small negative values through", weakness: "costs an exponential; not monotone",
            source: "Elfwing and others, 2018; Ramachandran and others, 2017"),
        Of("GELU", Ops.Gelu.Instance.ForwardFormula, "[−0.170, ∞)",
            strength: "smooth; the choice of BERT", weakness: "costs an error function", source: "Hendrycks and Gimpel, 2016"),
        Of("GELU (tanh form)", GeluTanh.Instance.ForwardFormula, "[−0.170, ∞)",
            strength: "as GPT-2 computes it", weakness: "differs from GELU in the fourth digit", source: "Hendrycks and Gimpel, 2016"),
        Of("softplus", new Ops.Softplus(1).ForwardFormula, "(0, ∞)",
            strength: "a smooth ReLU whose slope is the sigmoid", weakness: "never exactly 0, so not sparse", source: "Dugas and others, 2001"),
    ];

    private static Activation Of(
        string name, Formula formula, string range, string strength, string weakness, string source = "") =>
        new(name, formula, ActivationFacts.Measure(formula, range) with
        {
            Strength = strength,
            Weakness = weakness,
            Source = source,
        });
}
