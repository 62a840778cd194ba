using System.Globalization;
using Diagnose = System.Func<string[]>;
using Forge = System.Func<double[][], int, int, double[][]>;

namespace Backprop.Checks;

/// <summary>L19.c: eight clouds on a ring of any angle and size.</summary>
internal static class L19Ring
{
    private const int Clouds = 8;
    private const int Given = 800;
    private const int Wanted = 400;
    private const double Close = 0.5;

    /// <summary>How long an answer may train.</summary>
    public static TimeSpan Patience => TimeSpan.FromSeconds(180);

    public static string? NewPoints(Forge forge, Random random)
    {
        var ring = new Ring(random);
        double[][] real = ring.Points(Given), before = Numbers.Copy(real);
        double[][]? made = forge(real, Wanted, 1);
        if (Form(made) is { } fault)
            return fault;
        if (!real.Zip(before).All(pair => pair.First.SequenceEqual(pair.Second)))
            return "a real point has other coordinates after the call than before.";
        // Copies, also shuffled or rounded to float: nearer to a real point than chance would bring them.
        int copies = made!.Count(p => before.Any(r => Distance(p, r) < 1e-5));
        if (copies > Wanted / 20)
            return $"{copies} of {Wanted} points are copies of real ones. The generator makes its points from noise.";
        int different = made!.Select(p => (Math.Round(p[0], 4), Math.Round(p[1], 4))).Distinct().Count();
        return different < Wanted / 2
            ? $"only {different} of {Wanted} points differ. Each point wants noise of its own."
            : null;
    }

    public static string? NearModes(Forge forge, Random random)
    {
        var ring = new Ring(random);
        double[][]? made = forge(ring.Points(Given), Wanted, 1);
        if (Form(made) is { } fault)
            return fault;
        double near = ring.Hits(made!).Sum() / (double)Wanted;
        return near >= 0.6
            ? null
            : $"{Percent(near)} of the points lie within 0.5 of a mode, 60 % are asked. {State(made!)} Train longer, or look at the rates.";
    }

    public static string? Modes(Forge forge, Random random)
    {
        for (int seed = 1; seed <= 3; seed++)
        {
            var ring = new Ring(random);
            double[][]? made = forge(ring.Points(Given), Wanted, seed);
            if (Form(made) is { } fault)
                return fault;
            int hit = ring.Hits(made!).Count(count => count >= Wanted / 40);
            if (hit >= 6)
                continue;
            double spread = Spread(made!);
            string cause = spread < 0.5
                ? " That is mode collapse: the points sit in one heap. Does the discriminator get as many steps as the generator?"
                : " The points are spread, and not in the clouds. Does the discriminator see the real points, and does its step come first?";
            return $"seed {seed}: {hit} of 8 modes are hit, 6 are asked. {State(made!)}{cause}";
        }
        return null;
    }

    private static string? Form(double[][]? made)
    {
        if (made is null)
            return "the result is null; made points are asked.";
        if (made.Length != Wanted)
            return $"{Wanted} points are asked, you return {made.Length}.";
        if (made.FirstOrDefault(p => p is not { Length: 2 }) is { } odd)
            return $"each point has two coordinates; one of yours has {odd.Length}.";
        return made.Any(p => p is null || !double.IsFinite(p[0]) || !double.IsFinite(p[1]))
            ? "a coordinate is missing or not a finite number. Did the training explode?"
            : null;
    }

    private static string State(double[][] made) =>
        $"The spread of your points is {Spread(made).ToString("F2", CultureInfo.InvariantCulture)} (a ring of radius 2 has 1.4).";

    private static double Spread(double[][] made)
    {
        double x = made.Average(p => p[0]), y = made.Average(p => p[1]);
        return Math.Sqrt(made.Average(p => ((p[0] - x) * (p[0] - x)) + ((p[1] - y) * (p[1] - y))) / 2);
    }

    private static double Distance(double[] a, double[] b) => Math.Sqrt(((a[0] - b[0]) * (a[0] - b[0])) + ((a[1] - b[1]) * (a[1] - b[1])));

    private static string Percent(double share) => $"{(100 * share).ToString("F0", CultureInfo.InvariantCulture)} %";

    /// <summary>A ring of eight clouds.</summary>
    private sealed class Ring(Random random)
    {
        private readonly double _angle = 2 * Math.PI * random.NextDouble();
        private readonly double _radius = 1.5 + random.NextDouble();

        public double[][] Points(int count) => [.. Enumerable.Range(0, count).Select(i =>
        {
            double[] middle = Middle(i % Clouds);
            return (double[])[middle[0] + (0.1 * Normal()), middle[1] + (0.1 * Normal())];
        })];

        public int[] Hits(double[][] made)
        {
            var hits = new int[Clouds];
            foreach (double[] point in made)
            {
                int nearest = Enumerable.Range(0, Clouds).MinBy(k => Distance(point, Middle(k)));
                if (Distance(point, Middle(nearest)) < Close)
                    hits[nearest]++;
            }
            return hits;
        }

        private double[] Middle(int k)
        {
            double angle = _angle + (k * 2 * Math.PI / Clouds);
            return [_radius * Math.Cos(angle), _radius * Math.Sin(angle)];
        }

        private double Normal() =>
            Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
    }
}

/// <summary>L19.d: which illness which run has.</summary>
internal static class L19Patients
{
    private static readonly string[] Right = ["blind", "collapsed", "frozen"];
    private static readonly string[] Words = ["healthy", "frozen", "collapsed", "blind", "exploding"];

    public static string? Fault(Diagnose diagnose, int run)
    {
        string[]? all = diagnose();
        if (all is not { Length: 3 })
            return $"three words are asked, one for each run; you return {(all is null ? "null" : $"{all.Length}")}.";
        string word = all[run]?.Trim().ToLowerInvariant() ?? "";
        if (!Words.Contains(word))
            return $"\"{all[run]}\" is none of the five words: healthy, frozen, collapsed, blind, exploding.";
        // The same word three times is a guess, and would find one.
        if (all.Distinct().Count() == 1)
            return $"\"{word}\" for all three runs. They fail in different ways: compare their spreads and their losses.";
        return word == Right[run] ? null : $"run {"ABC"[run]} is not {word}. {Against(run, word)}";
    }

    private static string Against(int run, string word) => (run, word) switch
    {
        (_, "healthy") => "A healthy run hits modes and has a spread near 1.4; look at the last columns.",
        (_, "exploding") => "Exploding numbers grow and swing from row to row, or are NaN. Which column does?",
        (0, "frozen") => "In a frozen run D(made) is near 0 and the points stay where they were. Here D(made) is high; read the middle.",
        (0, "collapsed") =>
            "The heap is there, and in a collapsed run the discriminator would answer it: D loss near ln 4. Look at D(real) from row to row.",
        (1, "frozen") => "In a frozen run the middle is the same in every row, and D loss is near 0. Here the middle moves.",
        (1, "blind") => "A blind discriminator gives a heap that moves away a high D(made), row after row. Here D(made) stays near D(real).",
        (2, "collapsed") => "A collapsed heap jumps. Do middle and spread change here?",
        (2, "blind") => "A blind discriminator cannot tell real from made. Here D(real) and D(made) are far apart.",
        _ => "",
    };
}
