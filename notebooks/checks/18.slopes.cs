using static Backprop.Checks.L18Shape;
using static Backprop.Checks.Numbers;
using Contractive = System.Func<double[][], double[], double[], double>;
using Sparsity = System.Func<double[][], double, (double Penalty, double[][] Slopes)>;
using Tied = System.Func<double[][], double[], (double Loss, double[][] Slopes)>;

namespace Backprop.Checks;

/// <summary>L18.a: an autoencoder whose halves share their weights, against nudges of the loss.</summary>
internal static class L18Tied
{
    public static string? Losses(Tied tied, Random random)
    {
        if (LossFault(tied, [[0.5, 0.5, 0.5]], [1, 0, 1]) is { } fault)
            return fault;
        for (int trial = 0; trial < 6; trial++)
        {
            int pixels = random.Next(2, 6);
            if (LossFault(tied, Pick(random, random.Next(1, 4), pixels, -0.9, 0.9), Pick(random, pixels, -2, 2)) is { } other)
                return other;
        }
        return null;
    }

    public static string? OneNumber(Tied tied, Random random) => Slopes(tied, random, 1);

    public static string? SeveralNumbers(Tied tied, Random random) =>
        Slopes(tied, random, 2) ?? Slopes(tied, random, 3);

    public static string? Untouched(Tied tied, Random random)
    {
        double[][] weights = Pick(random, 2, 4, -0.9, 0.9), before = Copy(weights);
        double[] x = Pick(random, 4, -2, 2), xBefore = [.. x];
        tied(weights, x);
        return Near(Flat(weights), Flat(before), 0) && x.SequenceEqual(xBefore)
            ? null
            : "W or x has other numbers after the call than before. Slopes are returned; nobody takes a step here.";
    }

    private static string? LossFault(Tied tied, double[][] weights, double[] x)
    {
        double got = tied(Copy(weights), [.. x]).Loss, want = Loss(weights, x);
        if (Near(got, want))
            return null;
        double[] codes = [.. weights.Select(row => Dot(row, x))];
        string cause = got switch
        {
            _ when Near(got, want * x.Length) => " That is the sum of the squares: divide by the number of pixels.",
            _ when Near(got, want / 2) => " That is half of it. The loss of this exercise has no factor 1/2.",
            _ when Near(got, Math.Sqrt(want)) => " That is the square root of it.",
            _ when Near(got, x.Average(v => v * v)) => " That is what you get when every rebuilt pixel is 0. Is W used on the way out?",
            _ when Near(got, want * x.Length / weights.Length) => " You divided by the number of code numbers, not of pixels.",
            _ when Near(got, codes.Average(h => h * h)) => " That is the mean square of the codes. Compare the rebuilt pixels with x.",
            _ => "",
        };
        return $"W {Text(weights)}, x {Text(x)}: the loss should be {Text(want)}, yours is {Text(got)}.{cause}";
    }

    private static string? Slopes(Tied tied, Random random, int codes)
    {
        for (int trial = 0; trial < 5; trial++)
        {
            int pixels = trial == 0 ? 2 : random.Next(2, 5);
            double[][] weights = Pick(random, codes, pixels, 0.2, 0.9);
            double[] x = Pick(random, pixels, 0.3, 2);
            double[][]? got = tied(Copy(weights), [.. x]).Slopes;
            if (Fault(got, weights) is { } form)
                return form;
            double[] flat = Nudge(w => Loss([.. w.Chunk(pixels)], x), Flat(weights));
            if (Near(Flat(got!), flat, 1e-5))
                continue;
            return $"W {Text(weights)}, x {Text(x)}: the slopes should be {Text([.. flat.Chunk(pixels)])}, yours are "
                + $"{Text(got!)}.{Cause(Flat(got!), flat, weights, x)}";
        }
        return null;
    }

    private static string Cause(double[] got, double[] want, double[][] weights, double[] x)
    {
        int n = x.Length;
        double[] errors = Errors(weights, x);
        double[] wayOut = [.. weights.SelectMany(row => errors.Select(e => 2.0 / n * e * Dot(row, x)))];
        double[] wayIn = [.. weights.SelectMany(row => x.Select(v => 2.0 / n * Dot(row, errors) * v))];
        double? factor = Factor(got, want);
        return got switch
        {
            _ when got.All(v => v == 0) => " All slopes are 0: nothing was put into them.",
            _ when Near(got, wayOut, 1e-5) =>
                " That is the way out only. W also makes the code: how far does h move, and what does that do to all pixels?",
            _ when Near(got, wayIn, 1e-5) =>
                " That is the way in only. W also leads out of the code, straight to its own pixel.",
            _ when Near(got, [.. wayOut.Zip(wayIn, (a, b) => a - b)], 1e-5) => " Both ways are there, and you subtract them: add.",
            _ when factor is { } k && Near(k, 0.5) => " That is half of it: the slope of a square has a factor 2.",
            _ when factor is { } k && Near(k, -1) => " The sign is turned: the error is rebuilt minus picture, r - x.",
            _ when factor is { } k && Near(k, n) => " That is too large by the number of pixels: the loss is a mean.",
            _ when factor is { } k && Near(k, n / 2.0) => " The factor 2/n is missing.",
            _ when weights.Length > 1 && Near(got[..n], want[..n], 1e-5) =>
                " The first code number is right, the others are not. Does each use its own row of W?",
            _ => "",
        };
    }

    private static double Loss(double[][] weights, double[] x) => Errors(weights, x).Average(e => e * e);

    private static double[] Errors(double[][] weights, double[] x)
    {
        double[] codes = [.. weights.Select(row => Dot(row, x))];
        return [.. x.Select((v, i) => weights.Select((row, k) => row[i] * codes[k]).Sum() - v)];
    }

    private static double Dot(double[] a, double[] b) => a.Zip(b, (p, q) => p * q).Sum();
}

/// <summary>L18.b: KL of the mean activities, and its slopes for single activities.</summary>
internal static class L18Sparse
{
    public static string? OneUnit(Sparsity sparsity, Random random)
    {
        if (PenaltyFault(sparsity, [[0.1], [0.3]], 0.05) is { } fault)
            return fault;
        for (int trial = 0; trial < 6; trial++)
            if (PenaltyFault(sparsity, Pick(random, random.Next(2, 5), 1, 0.1, 0.9), 0.05 * random.Next(1, 4)) is { } other)
                return other;
        return null;
    }

    public static string? SeveralUnits(Sparsity sparsity, Random random)
    {
        for (int trial = 0; trial < 6; trial++)
            if (PenaltyFault(sparsity, Pick(random, random.Next(2, 5), random.Next(2, 4), 0.1, 0.9), 0.05) is { } fault)
                return fault;
        return null;
    }

    public static string? Slopes(Sparsity sparsity, Random random)
    {
        for (int trial = 0; trial < 6; trial++)
        {
            int units = trial == 0 ? 1 : random.Next(1, 4);
            double[][] codes = Pick(random, random.Next(2, 5), units, 0.1, 0.8);
            double rho = 0.05 * random.Next(1, 4);
            double[][]? got = sparsity(Copy(codes), rho).Slopes;
            if (Fault(got, codes) is { } form)
                return form;
            double[] want = Nudge(h => Penalty([.. h.Chunk(units)], rho), Flat(codes));
            if (Near(Flat(got!), want, 1e-5))
                continue;
            return $"H {Text(codes)}, rho {Text(rho)}: the slopes should be {Text([.. want.Chunk(units)])}, yours are "
                + $"{Text(got!)}.{SlopeCause(Flat(got!), want, codes, rho)}";
        }
        return null;
    }

    public static string? Untouched(Sparsity sparsity, Random random)
    {
        double[][] codes = Pick(random, 3, 2, 0.1, 0.9), before = Copy(codes);
        sparsity(codes, 0.05);
        return Near(Flat(codes), Flat(before), 0)
            ? null
            : "H has other numbers after the call than before. Put the slopes into arrays of their own.";
    }

    private static string? PenaltyFault(Sparsity sparsity, double[][] codes, double rho)
    {
        double got = sparsity(Copy(codes), rho).Penalty, want = Penalty(codes, rho);
        if (Near(got, want))
            return null;
        double[] means = Means(codes);
        string cause = got switch
        {
            _ when Near(got, means.Sum(m => Kl(m, rho))) =>
                " The two activities have changed places: KL(rho ‖ mean) has rho in front of the logarithm.",
            _ when Near(got, means.Sum(m => rho * Math.Log(rho / m))) =>
                " That is the first half: a unit that should be silent 95 % of the time counts for those, too.",
            _ when Near(got, want / Math.Log(2)) || Near(got, want / Math.Log(10)) =>
                " Another logarithm: the natural one, Math.Log, is meant.",
            _ when Near(got, codes.SelectMany(row => row).Sum(h => Kl(rho, h))) =>
                " You added KL of every single activity. Take the mean of a unit first, then KL once.",
            _ when Near(got, codes.SelectMany(row => row).Average(h => Kl(rho, h)) * means.Length) =>
                " You took the mean of the KLs. Take the mean of the activities first, then KL once.",
            _ when Near(got, want / means.Length) => " That is the mean over the units; the penalty is their sum.",
            _ when means.Length > 1 && Near(got, codes.Sum(row => Kl(rho, row.Average()))) =>
                " You averaged along the rows. The mean of a unit goes down its column, over the pictures.",
            _ when Near(got, Kl(rho, means.Average())) => " You took one mean over all units. Each unit has its own.",
            _ => "",
        };
        return $"H {Text(codes)}, rho {Text(rho)}: the penalty should be {Text(want)}, yours is {Text(got)}.{cause}";
    }

    private static string SlopeCause(double[] got, double[] want, double[][] codes, double rho)
    {
        double? factor = Factor(got, want);
        double[] single = [.. codes.SelectMany(row => row).Select(h => ((-rho / h) + ((1 - rho) / (1 - h))) / codes.Length)];
        double[] means = Means(codes);
        double[] half = [.. codes.SelectMany(_ => means.Select(m => -rho / m / codes.Length))];
        double[] minus = [.. codes.SelectMany(_ => means.Select(m => ((-rho / m) - ((1 - rho) / (1 - m))) / codes.Length))];
        return got switch
        {
            _ when got.All(v => v == 0) => " All slopes are 0: nothing was put into them.",
            _ when factor is { } k && Near(k, codes.Length) =>
                $" That is the slope for the mean. One of {codes.Length} activities moves the mean by only 1/{codes.Length}.",
            _ when factor is { } k && Near(k, -1) => " The sign is turned: too active has to cost more, so its slope is positive.",
            _ when Near(got, single, 1e-5) => " You put the single activity where the unit's mean belongs.",
            _ when Near(got, half, 1e-5) => " The second half of the formula is missing.",
            _ when Near(got, minus, 1e-5) =>
                " The second half has the wrong sign: the slope of -ln(1 - m) is +1/(1 - m).",
            _ => "",
        };
    }

    private static double Penalty(double[][] codes, double rho) => Means(codes).Sum(m => Kl(rho, m));

    private static double[] Means(double[][] codes) =>
        [.. Enumerable.Range(0, codes[0].Length).Select(k => codes.Average(row => row[k]))];

    private static double Kl(double rho, double mean) =>
        (rho * Math.Log(rho / mean)) + ((1 - rho) * Math.Log((1 - rho) / (1 - mean)));
}

/// <summary>L18.c: the squared slopes of a sigmoid code, against nudges of every pixel.</summary>
internal static class L18Contractive
{
    public static string? OneUnit(Contractive contractive, Random random)
    {
        if (PenaltyFault(contractive, [[2, -1]], [0], [0, 0]) is { } fault)
            return fault;
        for (int trial = 0; trial < 6; trial++)
        {
            int pixels = random.Next(1, 4);
            if (PenaltyFault(contractive, Pick(random, 1, pixels, 0.3, 2), [Pick(random, 0.3, 1)], Pick(random, pixels, 0.2, 1)) is { } other)
                return other;
        }
        return null;
    }

    public static string? SeveralUnits(Contractive contractive, Random random)
    {
        for (int trial = 0; trial < 6; trial++)
        {
            int units = random.Next(2, 4), pixels = random.Next(2, 5);
            if (PenaltyFault(contractive, Pick(random, units, pixels, -1.5, 1.5), Pick(random, units, -1, 1), Pick(random, pixels, -1, 1)) is { } fault)
                return fault;
        }
        return null;
    }

    public static string? Untouched(Contractive contractive, Random random)
    {
        double[][] weights = Pick(random, 2, 3, -1, 1), before = Copy(weights);
        double[] bias = Pick(random, 2, -1, 1), x = Pick(random, 3, -1, 1), biasBefore = [.. bias], xBefore = [.. x];
        contractive(weights, bias, x);
        return Near(Flat(weights), Flat(before), 0) && bias.SequenceEqual(biasBefore) && x.SequenceEqual(xBefore)
            ? null
            : "an array has other numbers after the call than before. If you nudge a pixel, put it back or use a copy.";
    }

    private static string? PenaltyFault(Contractive contractive, double[][] weights, double[] bias, double[] x)
    {
        double got = contractive(Copy(weights), [.. bias], [.. x]), want = Jacobian(weights, bias, x).Sum(v => v * v);
        // Whoever nudges keeps about six digits.
        if (Near(got, want, 1e-4))
            return null;
        return $"W {Text(weights)}, b {Text(bias)}, x {Text(x)}: the penalty should be {Text(want)}, yours is "
            + $"{Text(got)}.{Cause(got, want, weights, bias, x)}";
    }

    private static string Cause(double got, double want, double[][] weights, double[] bias, double[] x)
    {
        double[] codes = Codes(weights, bias, x), squares = [.. weights.Select(row => row.Sum(w => w * w))];
        double Sum(Func<double, double> factor) => codes.Zip(squares, (h, s) => factor(h) * s).Sum();
        double[] unbiased = Codes(weights, new double[bias.Length], x);
        return got switch
        {
            _ when Near(got, squares.Sum()) => " That is the sum of the squared weights. Each is multiplied by the slope of its sigmoid.",
            _ when Near(got, Sum(h => h * (1 - h))) => " h(1 - h) belongs inside the square: (h(1 - h) W)².",
            _ when Near(got, Sum(h => h * h)) => " You multiplied by h; the slope of the sigmoid is h(1 - h).",
            _ when Near(got, Sum(h => (1 - (h * h)) * (1 - (h * h)))) => " 1 - h² is the slope of tanh. This code has sigmoids.",
            _ when Near(got, Math.Sqrt(want)) => " That is the square root of it; the penalty has no root.",
            _ when Near(got, Jacobian(weights, bias, x).Sum(Math.Abs), 1e-4) => " You added the sizes of the slopes; square each one.",
            _ when Near(got, Math.Pow(Jacobian(weights, bias, x).Sum(), 2), 1e-4) =>
                " You squared the sum; slopes up and down cancel there. Square each slope, then add.",
            _ when Near(got, Jacobian(weights, bias, x).Sum(), 1e-4) => " You added the slopes without squaring them.",
            _ when Near(got, want / weights.Length) => " That is the mean over the units; their sum is asked.",
            _ when Near(got, unbiased.Zip(squares, (h, s) => h * (1 - h) * h * (1 - h) * s).Sum()) => " The bias is missing in the code.",
            _ => "",
        };
    }

    private static double[] Codes(double[][] weights, double[] bias, double[] x) =>
        [.. weights.Select((row, k) => 1 / (1 + Math.Exp(-(bias[k] + row.Zip(x, (w, v) => w * v).Sum()))))];

    // By nudging, not by the formula that is asked for.
    private static double[] Jacobian(double[][] weights, double[] bias, double[] x) =>
        [.. weights.SelectMany((_, k) => Nudge(v => Codes(weights, bias, v)[k], x))];
}
