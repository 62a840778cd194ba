using static Backprop.Tests.Numbers;

namespace Backprop.Tests.Data;

public class PipelineTests
{
    private static Tensor Train { get; } = Noise([12, 4], 5) * 3 + 1;

    private static Tensor Test { get; } = Noise([5, 4], 6) * 3 + 1;

    [Fact]
    public void A_pipeline_does_what_its_steps_do_one_by_one()
    {
        Pipeline prepare = [new Standardizer(), new Pca(2)];
        Tensor y = prepare.FitTransform(Train);
        var scaler = new Standardizer();
        var pca = new Pca(2);
        Tensor expected = pca.FitTransform(scaler.FitTransform(Train));
        Assert.Equal(expected.ToArray<double>(), y.ToArray<double>());
        Assert.Equal(pca.Transform(scaler.Transform(Test)).ToArray<double>(), prepare.Transform(Test).ToArray<double>());
        Assert.Equal("Standardizer(4 → 4) → Pca(4 → 2)", prepare.ToString());
    }

    [Fact]
    public void Its_inverse_undoes_all_steps()
    {
        Pipeline prepare = [new MinMaxScaler(), new Whitening(), new MeanCentering()];
        Assert.True(ScalerTests.IsClose(prepare.Inverse(prepare.FitTransform(Train)), Train, 1e-9));
    }

    [Fact]
    public void A_loaded_pipeline_transforms_as_the_saved_one_to_the_last_bit()
    {
        Pipeline Fresh() =>
            [new OneHotEncoder(0), new Pipeline(new Standardizer(), new MinMaxScaler(-1, 1)), new Pca(3), new Whitening()];
        Tensor Codes(Tensor x)
        {
            Tensor codes = (Tensor.Arange(x.Shape[0]) / 3).To(DType.Int32).To(DType.Float64);
            return Tensor.Concat([codes.Unsqueeze(1), x], 1);
        }
        Pipeline saved = Fresh(), loaded = Fresh();
        saved.Fit(Codes(Train));
        Dictionary<string, Tensor> state = saved.State();
        Assert.Contains("1.0.shift", state.Keys);
        Assert.Contains("2.components", state.Keys);
        Assert.All(state.Values, t => Assert.Equal(DType.Float64, t.DType));
        loaded.Load(state);
        Assert.True(loaded.IsFitted);
        Assert.Equal(saved.Transform(Codes(Test)).ToArray<double>(), loaded.Transform(Codes(Test)).ToArray<double>());
        Assert.Equal(saved.ToString(), loaded.ToString());
    }

    [Fact]
    public void The_state_is_a_copy_that_later_fits_do_not_change()
    {
        var scaler = new Standardizer();
        scaler.Fit(Train);
        Dictionary<string, Tensor> state = scaler.State();
        double before = state["shift"][0].Item();
        scaler.Fit(Train + 100);
        Assert.Equal(before, state["shift"][0].Item());
    }

    [Fact]
    public void The_state_of_something_else_is_refused_and_changes_nothing()
    {
        var scaler = new Standardizer();
        scaler.Fit(Train);
        double[] before = scaler.Transform(Test).ToArray<double>();
        var pca = new Pca(2);
        pca.Fit(Train);
        Complaint.Says<ArgumentException>("has no shift", () => scaler.Load(pca.State()));
        Dictionary<string, Tensor> tooMuch = scaler.State();
        tooMuch["extra"] = Tensor.Zeros(1);
        Complaint.Says<ArgumentException>("extra", () => scaler.Load(tooMuch));
        Dictionary<string, Tensor> zero = scaler.State();
        zero["scale"] = Tensor.Zeros([4], DType.Float64);
        zero["shift"] = Tensor.Ones([4], DType.Float64);
        Complaint.Says<ArgumentException>("divided", () => scaler.Load(zero));
        Assert.Equal(before, scaler.Transform(Test).ToArray<double>());
        Complaint.Says<ArgumentException>("[3, 4]", () => new Pca(3).Load(pca.State()));
    }

    [Fact]
    public void Steps_whose_widths_do_not_follow_one_another_are_refused()
    {
        Pipeline four = [new Standardizer(), new MeanCentering()], three = [new Standardizer(), new MeanCentering()];
        four.Fit(Train);
        three.Fit(Train[.., ..3]);
        Dictionary<string, Tensor> state = four.State();
        state["1.shift"] = three.State()["1.shift"];
        Complaint.Says<ArgumentException>("1.shift", () => new Pipeline(new Standardizer(), new MeanCentering()).Load(state));
    }

    [Fact]
    public void A_pipeline_has_steps_and_each_only_once()
    {
        var scaler = new Standardizer();
        Complaint.Says<ArgumentException>("twice", () => _ = new Pipeline(scaler, scaler));
        Assert.ThrowsAny<ArgumentException>(() => _ = new Pipeline());
        Assert.Throws<InvalidOperationException>(() => new Pipeline(scaler).State());
    }
}
