using System.Globalization;
using Backprop.Display;
using FsCheck;
using FsCheck.Fluent;

namespace Backprop.Tests.Display;

public class TicksTests
{
    // Ranges of every size and place: a start, a span of 1e-9 to 1e12, and 2 to 12 ticks.
    private static readonly Arbitrary<(double Min, double Max, int Most)> Ranges = (
        from mantissa in Gen.Choose(-1000, 1000)
        from scale in Gen.Choose(-9, 9)
        from span in Gen.Choose(1, 999)
        from spanScale in Gen.Choose(-3, 3)
        from most in Gen.Choose(2, 12)
        let min = mantissa * Math.Pow(10, scale)
        select (min, min + (span * Math.Pow(10, scale + spanScale)), most)).ToArbitrary();

    [Fact]
    public void Ticks_ascend_lie_on_the_axis_and_are_at_most_as_many_as_wanted()
    {
        Prop.ForAll(Ranges, r =>
        {
            Ticks ticks = Ticks.Linear(r.Min, r.Max, r.Most);
            double hair = (r.Max - r.Min) * 1e-6;
            return ticks.Values.Count <= r.Most
                && ticks.Values.All(v => v >= r.Min - hair && v <= r.Max + hair)
                && ticks.Values.Zip(ticks.Values.Skip(1)).All(p => p.First < p.Second);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Ticks_are_evenly_spaced_by_one_two_twoandahalf_or_five()
    {
        Prop.ForAll(Ranges, r =>
        {
            double step = Ticks.Step(r.Min, r.Max, r.Most);
            double mantissa = step / Math.Pow(10, Math.Floor(Math.Log10(step) + 1e-9));
            Ticks ticks = Ticks.Linear(r.Min, r.Max, r.Most);
            return new[] { 1, 2, 2.5, 5 }.Any(m => Math.Abs(mantissa - m) < 1e-6)
                && ticks.Values.Zip(ticks.Values.Skip(1)).All(p => Math.Abs(p.Second - p.First - step) <= step * 1e-3);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void No_two_ticks_have_the_same_label()
    {
        Prop.ForAll(Ranges, r =>
        {
            IReadOnlyList<string> labels = Ticks.Linear(r.Min, r.Max, r.Most).Labels;
            return labels.Distinct().Count() == labels.Count;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_label_reads_back_as_its_number()
    {
        Prop.ForAll(Ranges, r =>
        {
            Ticks ticks = Ticks.Linear(r.Min, r.Max, r.Most);
            double step = Ticks.Step(r.Min, r.Max, r.Most);
            return ticks.Values.Zip(ticks.Labels).All(p => Math.Abs(Parse(p.Second) - p.First) <= step * 1e-3);
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(0, 1, 6, "0.0 0.2 0.4 0.6 0.8 1.0")]
    [InlineData(0, 60, 7, "0 10 20 30 40 50 60")]
    [InlineData(-0.02, 0.03, 6, "−0.02 −0.01 0.00 0.01 0.02 0.03")]
    [InlineData(0, 60_000, 4, "0 20\u202F000 40\u202F000 60\u202F000")]
    [InlineData(0, 4e-7, 5, "0 1e−7 2e−7 3e−7 4e−7")]
    [InlineData(1000.0001, 1000.0003, 3, "1000.0001 1000.0002 1000.0003")]
    public void Labels_are_short_and_alike(double min, double max, int most, string expected)
    {
        Assert.Equal(expected, string.Join(' ', Ticks.Linear(min, max, most).Labels));
    }

    [Theory]
    [InlineData(1e-6, 1, 8, "10⁻⁶ 10⁻⁵ 10⁻⁴ 0.001 0.01 0.1 1")]
    [InlineData(1e-12, 1, 5, "10⁻¹² 10⁻⁹ 10⁻⁶ 0.001 1")]
    [InlineData(0.8, 30, 8, "1 2 5 10 20")]
    [InlineData(2.0, 7.0, 8, "2 3 4 5 6 7")]
    [InlineData(1e3, 1e6, 8, "1000 10\u202F000 10⁵ 10⁶")]
    public void A_log_axis_has_powers_of_ten(double min, double max, int most, string expected)
    {
        Assert.Equal(expected, string.Join(' ', Ticks.Logarithmic(min, max, most).Labels));
    }

    [Theory]
    [InlineData(-double.MaxValue, double.MaxValue)]
    [InlineData(0, double.MaxValue)]
    [InlineData(0, 5e-324)]
    [InlineData(1e15, 1e15 + 1)]
    [InlineData(-1e-300, 1e-300)]
    public void Extreme_axes_still_get_finite_ticks(double min, double max)
    {
        Ticks ticks = Ticks.Linear(min, max, 6);
        Assert.All(ticks.Values, v => Assert.True(double.IsFinite(v)));
        Assert.True(ticks.Values.Count <= 6);
    }

    private static double Parse(string label) =>
        double.Parse(
            label.Replace('\u2212', '-').Replace("\u202F", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
}
