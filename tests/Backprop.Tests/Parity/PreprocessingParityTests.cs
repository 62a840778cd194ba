namespace Backprop.Tests.Parity;

/// <summary>Our preprocessing against scikit-learn's.</summary>
public class PreprocessingParityTests
{
    private static readonly Fixture Family = Fixture.Load("preprocessing");

    public static TheoryData<string> Cases => [.. Family.Cases.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Preprocessing_agrees_with_scikit_learn(string name)
    {
        Case c = Family[name];
        Preprocessor step = Step(c);
        Tensor x = Tensor.From(c.Inputs["x"].Data, new Shape(c.Inputs["x"].Shape), DType.Float64);
        Tensor y = step.FitTransform(x);
        Check(c, "y", y);
        if (step is PrincipalAxes axes)
        {
            Check(c, "components", axes.Components);
            Check(c, "variance", axes.ExplainedVariance);
            Check(c, "ratio", axes.ExplainedVarianceRatio);
            Check(c, "inverse", step.Inverse(y));
        }
        Tensor single = step.Transform(x.To(DType.Float32));
        Assert.Equal(DType.Float32, single.DType);
        new Tolerance(1e-4, 1e-5).Check($"{name}, float32", single.ToArray<double>(), c.Float64.Outputs["y"]);
    }

    private static void Check(Case c, string output, Tensor actual)
    {
        // Eigenvectors cost some digits of the 16 that float64 has: numbers around 1 are good to 1e-11.
        new Tolerance(1e-11, 1e-10).Check($"{c.Name}, {output}", actual.ToArray<double>(), c.Float64.Outputs[output]);
        Assert.Equal(c.Float64.Outputs[output].Shape, actual.Shape.ToArray());
    }

    private static Preprocessor Step(Case c)
    {
        int? components = c.Arguments.ContainsKey("n_components") ? (int)c.Argument("n_components") : null;
        return c.Component switch
        {
            "StandardScaler" => new Standardizer(),
            "MinMaxScaler" => c.Arguments.Count == 0 ? new MinMaxScaler() : new MinMaxScaler(c.Argument("low"), c.Argument("high")),
            "PCA" => new Pca(components),
            "PCA.whiten" => new Whitening(components),
            "OneHotEncoder" => new OneHotEncoder(),
            _ => throw new NotSupportedException(c.Component),
        };
    }
}
