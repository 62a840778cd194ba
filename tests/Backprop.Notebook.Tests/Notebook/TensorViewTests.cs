using Backprop.Display;
using Backprop.Tests.Display;

namespace Backprop.Tests.Notebook;

public class TensorViewTests
{
    public static TheoryData<string> Names => new(NotebookGallery.All.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_view_is_well_formed_and_small_with_its_styles(string name)
    {
        string html = (string)NotebookGallery.Show(name).Formats[MimeBundle.Html];
        Markup.AssertWellFormed(html);
        int most = name.StartsWith("tensor", StringComparison.Ordinal) ? 32_768 : 50_000;
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(html), 1, most);
    }

    [Fact]
    public void A_column_of_pairs_is_shown_whole()
    {
        string html = Html(Tensor.From(Enumerable.Range(0, 26).Select(i => i / 10.0).ToArray(), [13, 2]));
        Assert.DoesNotContain("Showing", html, StringComparison.Ordinal);
        Assert.Contains("title=\"2.5000\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_of_a_picture_are_told_where_the_pointer_rests()
    {
        string html = Html(Tensor.Ones(100, 40));
        Assert.Contains("<i title=\"[0..16, 0..6] mean 1.00\"></i>", html, StringComparison.Ordinal);
        Assert.Contains("Showing 36 of 4000 values.", html, StringComparison.Ordinal);
    }

    public static TheoryData<string> Large =>
        new("noise with gradient", "batch with gradient", "batch of noise", "wide", "tall", "gray images",
            "colour images");

    [Theory]
    [MemberData(nameof(Large))]
    public void Large_tensors_of_noise_stay_small(string name)
    {
        Tensor.Seed(1);
        Tensor tensor = name switch
        {
            "noise with gradient" => WithGradient(Tensor.Randn(300, 300)),
            "batch with gradient" => WithGradient(Tensor.Randn(6, 3, 40, 40)),
            "batch of noise" => Tensor.Randn(8, 4, 7, 50),
            "wide" => Tensor.Randn(20, 50_000),
            "tall" => Tensor.Randn(100_000, 5),
            "gray images" => Tensor.Rand(64, 1, 28, 28),
            _ => Tensor.Rand(64, 3, 32, 32),
        };
        string html = Html(tensor);
        Markup.AssertWellFormed(html);
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(html), 1, 32_768);
    }

    [Fact]
    public void The_line_says_shape_type_device_range_and_distribution()
    {
        string text = Text(Tensor.From([-1f, 0, 1, 3]).RequireGrad());
        Assert.StartsWith("tensor[4] f32 ", text, StringComparison.Ordinal);
        Assert.Contains(" ∂ n=4 x∈[−1.00, 3.00] μ=0.750 σ=1.71 ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_that_are_not_finite_are_counted_placed_and_left_out_of_the_statistics()
    {
        Tensor tensor = Tensor.From([1f, float.NaN, 3, float.NegativeInfinity, float.NaN, 2], [2, 3]);
        Assert.Contains("x∈[1.00, 3.00] μ=2.00", Text(tensor), StringComparison.Ordinal);
        Assert.Contains("NaN!×2 −Inf!×1", Text(tensor), StringComparison.Ordinal);
        string html = Html(tensor);
        Assert.Contains("2 NaN, first at [0, 1]; 1 −Inf, first at [1, 0].", html, StringComparison.Ordinal);
        Assert.Contains("Statistics skip these 3 values.", html, StringComparison.Ordinal);
        Assert.Contains("<td class=\"na\" title=\"[0, 1]\">NaN</td>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_alarm_names_the_op_that_made_the_numbers()
    {
        Tensor tensor = Tensor.From([0f, 1]).RequireGrad().Log();
        Assert.Contains("The log of 0 is −Inf", Html(tensor), StringComparison.Ordinal);
        Assert.Contains("from Log", Html(tensor), StringComparison.Ordinal);
    }

    [Fact]
    public void One_number_is_shown_with_all_its_digits()
    {
        Assert.Contains(">0.2535</p>", Html(Tensor.From([0.2535f]).Sum()), StringComparison.Ordinal);
        Assert.StartsWith("tensor[] f32 cpu x=0.2535", Text(Tensor.From([0.2535f]).Sum()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    public void Odd_shapes_are_shown(int length)
    {
        Markup.AssertWellFormed(Html(Tensor.Zeros(length, 0)));
        Markup.AssertWellFormed(Html(Tensor.Zeros(3, length)));
        Markup.AssertWellFormed(Html(Tensor.Zeros(2, length, 3)));
        Markup.AssertWellFormed(Html(Tensor.Full([length + 1], double.NaN)));
        Markup.AssertWellFormed(Html(Tensor.Zeros(1, 3, length, 20)));
    }

    [Fact]
    public void Showing_a_tensor_changes_neither_its_gradient_nor_its_graph()
    {
        Tensor x = Tensor.From([1f, 2]).RequireGrad();
        Tensor y = (x * x).Sum();
        _ = Html(x);
        _ = Html(y);
        y.Backward();
        Assert.Equal([2f, 4f], x.Grad!.ToArray<float>());
    }

    [Fact]
    public void Inside_a_table_a_tensor_is_its_line()
    {
        NotebookDefaults.Register();
        string text = Formatter.ToBundle(new { Loss = Tensor.From([1f, 2]) }).PlainText;
        Assert.StartsWith("{ Loss = tensor[2] f32", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Tensors_can_be_charted_alone_and_with_sequences()
    {
        Tensor x = Tensor.Arange(3);
        Assert.Contains("3 points, 0 → 4", Chart.Line(x, x * x).ToString(), StringComparison.Ordinal);
        Assert.Contains("3 points", Chart.Line([1, 2, 3], x, Name: "y").ToString(), StringComparison.Ordinal);
        Assert.Contains("3 points", Chart.Point(x, new[] { 1, 2, 3 }).ToString(), StringComparison.Ordinal);
        Assert.Contains("2 × 3 values", Chart.Heatmap(Tensor.Ones(2, 3)).ToString(), StringComparison.Ordinal);
        Assert.Contains("6 values", Chart.Histogram(Tensor.Ones(2, 3)).ToString(), StringComparison.Ordinal);
        Assert.Contains("3 points", Chart.Line(Tensor.Ones(3, 1)).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_tensor_of_the_wrong_shape_is_named_with_the_way_out()
    {
        var error = Assert.Throws<ArgumentException>(() => Chart.Line(Tensor.Ones(2, 3)));
        Assert.Contains("y of Chart.Line has shape [2, 3]", error.Message, StringComparison.Ordinal);
        Assert.Contains("tensor[.., 0]", error.Message, StringComparison.Ordinal);
    }

    private static Tensor WithGradient(Tensor tensor)
    {
        tensor.RequireGrad();
        (tensor * tensor).Sum().Backward();
        return tensor;
    }

    private static string Html(Tensor tensor) => (string)Bundle(tensor).Formats[MimeBundle.Html];

    private static string Text(Tensor tensor) => Bundle(tensor).PlainText;

    private static MimeBundle Bundle(Tensor tensor)
    {
        NotebookDefaults.Register();
        return Formatter.ToBundle(tensor);
    }
}
