using static Backprop.Checks.Numbers;
using LookAhead = System.Func<double[], double[], double, double, int, double[]>;
using Moves = System.Func<string, double[], double, double, double[]>;

namespace Backprop.Checks;

/// <summary>L12.b: the moves of the heavy ball and of the moving average, and the rate that makes them equal.</summary>
internal static class L12Momentum
{
    public static string? Ball(Moves moves, Random random)
    {
        foreach (var (slopes, rate, beta) in Runs(random))
            if (Fault("ball", "BallSteps", moves, slopes, rate, beta) is { } fault)
                return fault;
        return null;
    }

    public static string? Average(Moves moves, Random random)
    {
        foreach (var (slopes, rate, beta) in Runs(random))
            if (Fault("average", "AverageSteps", moves, slopes, rate, beta) is { } fault)
                return fault;
        return null;
    }

    public static string? Converter(Moves moves, Random random)
    {
        foreach (var (alpha, beta) in ((double, double)[])[(0.1, 0.9), (1, 0.5), (0.3, 0), (Pick(random, 0.2, 2), 0.8)])
        {
            double[]? got = moves("convert", [], alpha, beta);
            double want = alpha / (1 - beta);
            if (Near(got, [want]))
                continue;
            string cause = got is not [var eta] ? ""
                : Near(eta, alpha * (1 - beta)) ? " That is the way from η to α. The average makes smaller moves, so η is larger."
                : Near(eta, alpha / beta) || Near(eta, alpha * beta) ? " It is 1 - β that the average multiplies each slope by."
                : Near(eta, alpha) ? " That is α itself: then the average would move 1 - β times as far."
                : "";
            return $"EtaFor({Text(alpha)}, {Text(beta)}) should be {Text(want)}, yours is {Text(got is [var e] ? e : double.NaN)}."
                + cause;
        }
        return null;
    }

    private static string? Fault(string form, string name, Moves moves, double[] slopes, double rate, double beta)
    {
        double[] given = [.. slopes];
        double[]? got = moves(form, given, rate, beta);
        double[] want = form == "ball" ? BallMoves(slopes, rate, beta) : AverageMoves(slopes, rate, beta);
        if (!given.SequenceEqual(slopes))
            return $"{name}: slopes has other numbers after the call than before. Make an array of your own.";
        if (Near(got, want))
            return null;
        string call = $"{name}({Text(slopes)}, {Text(rate)}, {Text(beta)})";
        return $"{call} should be {Text(want)}, yours is {Text(got)}.{Cause(form, got, want, slopes, rate, beta)}";
    }

    private static string Cause(string form, double[]? got, double[] want, double[] slopes, double rate, double beta)
    {
        double[] ball = BallMoves(slopes, rate, beta), average = AverageMoves(slopes, rate, beta);
        if (got is null || got.Length != want.Length)
            return " One move per slope.";
        if (Near(got, [.. want.Select(move => -move)]))
            return " The signs are turned: a positive slope moves the parameter down.";
        if (Near(got, form == "ball" ? average : ball))
            return form == "ball" ? " Those are the moves of the averaging form." : " Those are the moves of the heavy ball.";
        if (Near(got, [.. slopes.Select(slope => -rate * slope)]))
            return " Those are the moves of plain descent. What is left of the last one?";
        if (Near(got, Sums(want)))
            return " Those are places, all moves added up. The moves themselves are asked for.";
        if (Near(got, Sums([.. slopes.Select(slope => -rate * slope)])))
            return " Nothing is forgotten: the old velocity is multiplied by β.";
        if (Near(got, form == "ball" ? BallMoves(slopes, 1, beta) : AverageMoves(slopes, 1, beta)))
            return " The rate is missing.";
        if (form == "ball" && Near(got, [.. AverageMoves(slopes, rate, 1 - beta).Select(move => move / beta)]))
            return " β and 1 - β are exchanged.";
        if (form == "average" && Near(got, AverageMoves(slopes, rate, 1 - beta)))
            return " β and 1 - β are exchanged: β keeps the old mean, 1 - β lets the new slope in.";
        if (form == "average" && Near(got, Begun(slopes, rate, beta)))
            return " Your mean starts at the first slope. Here it starts at 0.";
        return Near(got, [0, .. want[..^1]]) ? " Each move is one step late: first the new velocity, then the move." : "";
    }

    private static IEnumerable<(double[] Slopes, double Rate, double Beta)> Runs(Random random) =>
        [([1, 2, -1, 4], 0.5, 0.8), ([1, 1, 1], 1, 0.9), (Pick(random, 6, -5, 5), 0.3, 0.6), ([2, 3, 4], 0.1, 0)];

    private static double[] BallMoves(double[] slopes, double rate, double beta)
    {
        double v = 0;
        return [.. slopes.Select(slope => v = (beta * v) - (rate * slope))];
    }

    private static double[] AverageMoves(double[] slopes, double rate, double beta)
    {
        double m = 0;
        return [.. slopes.Select(slope => -rate * (m = (beta * m) + ((1 - beta) * slope)))];
    }

    private static double[] Begun(double[] slopes, double rate, double beta)
    {
        double m = slopes[0];
        return [.. slopes.Select((slope, i) => -rate * (m = i == 0 ? m : (beta * m) + ((1 - beta) * slope)))];
    }

    private static double[] Sums(double[] moves)
    {
        double sum = 0;
        return [.. moves.Select(move => sum += move)];
    }
}

/// <summary>L12.c: Nesterov's method on a bowl, first the steps that tell it from its neighbours.</summary>
internal static class L12Nesterov
{
    public static string? First(LookAhead look, Random random)
    {
        foreach (int steps in (int[])[1, 0])
        {
            double[] bend = [2, 8], start = [-4, 1], want = Walk(bend, start, 0.1, 0.5, steps);
            double[]? got = look([.. bend], [.. start], 0.1, 0.5, steps);
            if (Near(got, want))
                continue;
            string cause = got is null || got.Length != 2 ? " One number per parameter is asked for."
                : steps == 0 ? " Without a step you stay at the start."
                : got.SequenceEqual(start) ? " Nothing moved."
                : Near(got, [-4.8, 1.8]) ? " You walk uphill: minus rate times slope."
                : Near(got, [-3.6, 0.6]) || Near(got, [-2.8, -0.2])
                    ? " You return the place ahead, or went there already: V is 0 before the first step."
                : Near(got, [4, -7]) ? " The rate is missing."
                : "";
            return $"bowl [2, 8] from [-4, 1], rate 0.1, β 0.5, {steps} steps: it should be at {Text(want)}, yours is at "
                + $"{Text(got)}.{cause}";
        }
        return null;
    }

    public static string? Second(LookAhead look, Random random)
    {
        for (int trial = 0; trial < 4; trial++)
        {
            double[] bend = trial == 0 ? [2, 8] : Pick(random, 3, 1, 6), start = trial == 0 ? [-4, 1] : Pick(random, 3, 1, 5);
            double[]? got = look([.. bend], [.. start], 0.1, 0.5, 2);
            double[] want = Walk(bend, start, 0.1, 0.5, 2);
            if (!Near(got, want))
                return $"bowl {Text(bend)} from {Text(start)}, rate 0.1, β 0.5, 2 steps: it should be at {Text(want)}, yours is "
                    + $"at {Text(got)}.{Cause(got, bend, start)}";
        }
        return null;
    }

    public static string? Many(LookAhead look, Random random)
    {
        for (int trial = 0; trial < 6; trial++)
        {
            double[] bend = Pick(random, random.Next(1, 5), 0.5, 6), start = Pick(random, bend.Length, -5, 5);
            double beta = trial == 0 ? 0 : Pick(random, 0.2, 0.9);
            int steps = random.Next(5, 30);
            double[]? got = look([.. bend], [.. start], 0.1, beta, steps);
            double[] want = Walk(bend, start, 0.1, beta, steps);
            if (!Near(got, want))
                return $"bowl {Text(bend)} from {Text(start)}, rate 0.1, β {Text(beta)}, {steps} steps: it should be at "
                    + $"{Text(want)}, yours is at {Text(got)}.";
        }
        return null;
    }

    public static string? Untouched(LookAhead look, Random random)
    {
        double[] bend = Pick(random, 3, 1, 5), start = Pick(random, 3, 1, 5), bendBefore = [.. bend], startBefore = [.. start];
        double[]? got = look(bend, start, 0.1, 0.5, 3);
        return bend.SequenceEqual(bendBefore) && start.SequenceEqual(startBefore) && !ReferenceEquals(got, start)
            ? null
            : "bend or start has other numbers after the call than before. Walk on a copy of start.";
    }

    private static string Cause(double[]? got, double[] bend, double[] start)
    {
        const double rate = 0.1, beta = 0.5;
        double[] one = Walk(bend, start, rate, beta, 1);
        double[] v = [.. one.Zip(start, (a, b) => a - b)];
        double[] Second(Func<int, double> slopeAt, double keep = beta) =>
            [.. one.Select((w, i) => w + (keep * v[i]) - (rate * bend[i] * slopeAt(i)))];
        double[] want = Second(i => one[i] + (beta * v[i]));
        return got switch
        {
            _ when Near(got, Second(i => one[i])) => " That is the heavy ball: its slope is taken at w. Take it at w + βV.",
            _ when Near(got, Second(i => one[i] + v[i])) => " You looked a whole V ahead. Look βV ahead.",
            _ when Near(got, Second(i => one[i] - (beta * v[i]))) => " You looked back: the place is w + βV, not w - βV.",
            _ when Near(got, Second(i => one[i], 0)) => " That is plain descent: the velocity of the first step is gone.",
            _ when Near(got, Second(i => one[i] + (beta * v[i]), 0)) =>
                " You take the slope ahead, but the old velocity is not part of the move.",
            _ when Near(got, one) => " That is where the first step ends.",
            _ when Near(got, [.. want.Zip(one, (b, a) => b + (beta * (b - a)))]) =>
                " That is the place ahead, w + βV. The place itself is asked for.",
            _ => "",
        };
    }

    private static double[] Walk(double[] bend, double[] start, double rate, double beta, int steps)
    {
        double[] w = [.. start], v = new double[start.Length];
        for (int step = 0; step < steps; step++)
            for (int i = 0; i < w.Length; i++)
            {
                v[i] = (beta * v[i]) - (rate * bend[i] * (w[i] + (beta * v[i])));
                w[i] += v[i];
            }
        return w;
    }
}
