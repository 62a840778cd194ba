using System.Globalization;

namespace Backprop.Tests.Data;

public class DatasetsTests
{
    public static TheoryData<string, string> Fingerprints => new()
    {
        { nameof(Datasets.Moons), "0bc41011812aae44" },
        { nameof(Datasets.Circles), "d378b87ec82c839c" },
        { nameof(Datasets.Spirals), "1490dc98d3ac492d" },
        { nameof(Datasets.Blobs), "d2697ca3c0e9a2d7" },
        { nameof(Datasets.XorPoints), "101e8317cdb4b1b6" },
        { nameof(Datasets.GaussianRing), "1fa41b0f48f633a6" },
        { nameof(Datasets.Sine), "aada684e2f996fa5" },
        { nameof(Datasets.TimeSeries), "a8780499ede2be56" },
        { nameof(Datasets.RememberFirstBit), "c34fafc5190527d5" },
        { nameof(Datasets.AddingProblem), "75289a95446118fc" },
        { nameof(Datasets.PeriodicSignals), "a1f6a471789cd0de" },
        { nameof(Datasets.Digits), "b72b3312e9423d9e" },
        { nameof(Datasets.Reviews), "59b8d76f162d4c65" },
        { nameof(Datasets.Places), "5bd36044eb81ea5d" },
    };

    private static TensorDataset Made(string name, int seed) => name switch
    {
        nameof(Datasets.Moons) => Datasets.Moons(seed: seed),
        nameof(Datasets.Circles) => Datasets.Circles(seed: seed),
        nameof(Datasets.Spirals) => Datasets.Spirals(seed: seed),
        nameof(Datasets.Blobs) => Datasets.Blobs(seed: seed),
        nameof(Datasets.XorPoints) => Datasets.XorPoints(seed: seed),
        nameof(Datasets.GaussianRing) => Datasets.GaussianRing(seed: seed),
        nameof(Datasets.Sine) => Datasets.Sine(seed: seed),
        nameof(Datasets.TimeSeries) => Datasets.TimeSeries(seed: seed),
        nameof(Datasets.RememberFirstBit) => Datasets.RememberFirstBit(seed: seed),
        nameof(Datasets.AddingProblem) => Datasets.AddingProblem(seed: seed),
        nameof(Datasets.PeriodicSignals) => Datasets.PeriodicSignals(seed: seed),
        nameof(Datasets.Digits) => Datasets.Digits(20, seed),
        nameof(Datasets.Reviews) => Datasets.Reviews(seed: seed),
        _ => Datasets.Places().Train,
    };

    // Numbers that anybody may have written down must not change with the next version or on another machine.
    [Theory]
    [MemberData(nameof(Fingerprints))]
    public void A_set_of_one_seed_has_the_same_bits_everywhere(string name, string fingerprint) =>
        Assert.Equal(fingerprint, Fingerprint(Made(name, seed: 0)));

    [Theory]
    [MemberData(nameof(Fingerprints))]
    public void Another_seed_gives_other_numbers(string name, string fingerprint)
    {
        if (name != nameof(Datasets.Places))
            Assert.NotEqual(fingerprint, Fingerprint(Made(name, seed: 1)));
    }

    [Fact]
    public void The_tables_of_the_lessons_have_their_columns_and_rows()
    {
        Assert.Equal(15, Datasets.Insurance.Count);
        Table table = Datasets.Affordability;
        Assert.Equal(new Shape(13, 2), table.ToDataset().Inputs.Shape);
        Assert.Equal((22, 1, 0), (table["age"][0], table["affordability"][0], table["have_insurance"][0]));
        Assert.Equal(["area", "bedrooms", "price"], Datasets.HousePrices.ColumnNames);
        Assert.Equal(new Shape(6, 2), Datasets.HousePrices.ToDataset("price").Inputs.Shape);
    }

    [Fact]
    public void The_five_points_lie_on_their_line()
    {
        var (x, y) = Datasets.FivePoints.ToDataset();
        Assert.Equal((0.5 * x - 1.5).ToArray<double>(), y.ToArray<double>());
        Assert.Equal(5, x.Shape[0]);
    }

    [Fact]
    public void Gates_and_derivatives_hold_what_they_say()
    {
        foreach (var (gate, rule) in new (Table, Func<bool, bool, bool>)[]
        {
            (Datasets.And, (a, b) => a && b), (Datasets.Or, (a, b) => a || b),
            (Datasets.Nand, (a, b) => !(a && b)), (Datasets.Xor, (a, b) => a != b),
        })
        {
            for (int row = 0; row < 4; row++)
                Assert.Equal(rule(gate["x1"][row] == 1, gate["x2"][row] == 1), gate["y"][row] == 1);
        }
        Assert.Equal(9, Datasets.Derivatives.Count);
        Assert.Equal("−140y¹⁹", Datasets.Derivatives.Words("derivative")[1]);
    }

    [Theory]
    [InlineData(nameof(Datasets.Moons), 2)]
    [InlineData(nameof(Datasets.Circles), 2)]
    [InlineData(nameof(Datasets.Spirals), 3)]
    [InlineData(nameof(Datasets.Blobs), 3)]
    [InlineData(nameof(Datasets.XorPoints), 2)]
    [InlineData(nameof(Datasets.GaussianRing), 8)]
    public void Points_come_in_classes_of_equal_size(string name, int classes)
    {
        var (x, y) = Made(name, 3);
        Assert.Equal([y.Shape[0], 2], x.Shape.ToArray());
        Assert.Equal(DType.Int32, y.DType);
        int[] sizes = [.. y.ToArray<int>().GroupBy(c => c).Select(g => g.Count())];
        Assert.Equal(classes, sizes.Length);
        Assert.InRange(sizes.Max() - sizes.Min(), 0, 1);
    }

    [Fact]
    public void Without_noise_points_lie_where_the_drawing_says()
    {
        var (circles, ring) = Datasets.Circles(50, noise: 0);
        Tensor radius = circles.Square().Sum(1).Sqrt();
        Assert.All(radius.ToArray<double>().Zip(ring.ToArray<int>()), p => Assert.Equal(p.Second == 0 ? 1 : 0.5, p.First, 1e-6));
        var (corners, differ) = Datasets.XorPoints(40, noise: 0);
        Assert.All(corners.ToArray<double>(), c => Assert.Equal(1, Math.Abs(c)));
        Assert.Equal((corners[.., 0] * corners[.., 1] < 0).ToArray<int>(), differ.ToArray<int>());
        var (modes, _) = Datasets.GaussianRing(80, spread: 0);
        Assert.All(modes.Square().Sum(1).ToArray<double>(), r => Assert.Equal(4, r, 1e-5));
        var places = modes.ToArray<float>().Chunk(2).Select(p => (MathF.Round(p[0], 3), MathF.Round(p[1], 3)));
        Assert.Equal(8, places.Distinct().Count());
    }

    [Fact]
    public void Sequences_answer_their_own_question()
    {
        var (bits, first) = Datasets.RememberFirstBit(60, 30, seed: 2);
        Assert.Equal((bits[.., 0, 0] > 0).ToArray<int>(), first.ToArray<int>());
        Assert.Equal(0, bits.Mean().Item(), 0.1);

        var (numbers, sum) = Datasets.AddingProblem(200, 20, seed: 2);
        Assert.Equal((numbers[.., .., 0] * numbers[.., .., 1]).Sum(1, keepDim: true).ToArray<double>(), sum.ToArray<double>());
        Assert.All(numbers[.., .., 1].Sum(1).ToArray<double>(), marks => Assert.Equal(2, marks));
        Assert.All(numbers[.., ..10, 1].Sum(1).ToArray<double>(), marks => Assert.Equal(1, marks));
        Assert.Equal(1.0 / 6, (sum - 1).Square().Mean().Item(), 0.04);

        var (windows, next) = Datasets.TimeSeries(50, 8, seed: 2);
        Assert.Equal(windows[1.., ^1, 0].ToArray<float>(), next[..^1, 0].ToArray<float>());
        var (x, y) = Datasets.Sine(50, noise: 0);
        Assert.Equal(x.Sin().ToArray<double>().Select(v => Math.Round(v, 5)), y.ToArray<double>().Select(v => Math.Round(v, 5)));
        Assert.All(Datasets.PeriodicSignals(noise: 0).Inputs.ToArray<float>(), v => Assert.InRange(v, -1.0001f, 1.0001f));
    }

    [Fact]
    public void Digits_come_as_images_or_as_rows()
    {
        var (images, labels) = Datasets.Digits(20, seed: 3);
        Assert.Equal(new Shape(20, 1, 28, 28), images.Shape);
        Assert.Equal(Enumerable.Range(0, 20).Select(i => i % 10), labels.ToArray<int>());
        Assert.Equal(images.ToArray<float>(), Datasets.Digits(20, 3, flat: true).Inputs.ToArray<float>());
        Assert.All(images.ToArray<float>(), ink => Assert.InRange(ink, 0, 1));
        // The first ones are the same however many are drawn.
        Assert.Equal(images[..5].ToArray<float>(), Datasets.Digits(5, 3).Inputs.ToArray<float>());
    }

    [Fact]
    public void Telling_words_of_reviews_are_rare_and_common_ones_say_nothing()
    {
        var (x, y) = Datasets.Reviews(2000, seed: 1);
        Assert.Equal([2000, Datasets.ReviewWords.Count], x.Shape.ToArray());
        Assert.Equal(Datasets.ReviewWords.Count, Datasets.ReviewWords.Distinct().Count());
        double[] often = x.Mean(0).ToArray<double>();
        Assert.All(often[..12], share => Assert.Equal(2.5, share, 0.15));
        Assert.All(often[12..], share => Assert.InRange(share, 0.01, 0.06));
        int superb = Datasets.ReviewWords.ToList().IndexOf("superb");
        double praise = (x[.., superb] * y[.., 0]).Sum().Item() / x[.., superb].Sum().Item();
        Assert.InRange(praise, 0.75, 0.99);
    }

    [Fact]
    public void Windows_of_places_hold_the_words_around_and_mark_the_names()
    {
        WordWindows places = Datasets.Places();
        var (x, y) = places.Train;
        Assert.Equal(5, x.Shape[1]);
        Assert.Equal("<pad> <pad> we <unk> the", places.Vocabulary.Decode(x[0]));
        int at = Array.IndexOf(y.ToArray<double>(), 1);
        Assert.Equal("<unk> in <unk> with our", places.Vocabulary.Decode(x[at]));
        Assert.All([places.Train, places.Test], part => Assert.InRange(part.Targets.Mean().Item(), 0.05, 0.2));
        Assert.All(places.Test.Inputs[places.Test.Targets[.., 0] > 0][.., 2].ToArray<int>(), code => Assert.Equal(1, code));
        // Names are not all that is unknown, so being unknown does not give a place away.
        Assert.Contains(x.ToArray<int>().Chunk(5).Zip(y.ToArray<int>()), row => row.First[2] == 1 && row.Second == 0);
    }

    [Fact]
    public void The_text_is_plain_and_long_enough()
    {
        Assert.InRange(Datasets.Text.Length, 10_000, 20_000);
        Assert.All(Datasets.Text, c => Assert.True(c == '\n' || c is >= ' ' and <= '~'));
        Assert.InRange(Vocabulary.OfCharacters(Datasets.Text).Count, 30, 65);
    }

    // FNV-1a over all bits.
    private static string Fingerprint(TensorDataset data)
    {
        ulong hash = 14695981039346656037;
        foreach (float number in data.Inputs.ToArray<float>().Concat(data.Targets.ToArray<float>()))
            hash = (hash ^ BitConverter.SingleToUInt32Bits(number)) * 1099511628211;
        return hash.ToString("x16", CultureInfo.InvariantCulture);
    }
}
