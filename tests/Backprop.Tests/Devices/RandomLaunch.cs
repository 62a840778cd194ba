using Backprop.Ops;

namespace Backprop.Tests;

/// <summary>
/// A random program with random shapes, strides and types, the same for every device that is given the same seed.
/// Only operations that are rounded once, on numbers whose sums are exact, so that all devices must agree bit for bit.
/// </summary>
internal sealed class RandomLaunch
{
    private readonly Random random;
    private readonly Shape domain;
    private readonly Slot[] outs, ins;

    internal RandomLaunch(int seed, bool rows)
    {
        random = new Random(seed);
        domain = RandomShape();
        int inputs = random.Next(1, 4);
        Scalars = [random.Next(-3, 4), 0.5];
        ins = [.. Enumerable.Range(0, inputs).Select(_ => RandomSlot(Shrunk(domain), RandomType()))];
        var roots = new Formula[random.Next(1, 4)];
        outs = new Slot[roots.Length];
        for (int k = 0; k < roots.Length; k++)
        {
            bool isOnePerRow = rows && domain.Rank > 0 && random.Next(3) == 0;
            roots[k] = isOnePerRow ? Formula.RowMax(RandomFormula(3, inputs, rows)) : RandomFormula(4, inputs, rows);
            outs[k] = RandomSlot(isOnePerRow ? [.. domain[..^1], 1] : domain, RandomType());
        }
        Program = new Program(inputs, Scalars.Length, roots);
    }

    internal Program Program { get; }

    internal double[] Scalars { get; }

    /// <summary>Runs on a device and returns all memory behind the results, also between their elements.</summary>
    internal double[][] Run(Device device)
    {
        View[] results = [.. outs.Select(slot => slot.On(device))];
        View[] operands = [.. ins.Select(slot => slot.On(device))];
        device.Map(Program, results, operands, Scalars);
        return [.. results.Select(Slot.AllNumbers)];
    }

    public override string ToString() =>
        $"{Program} over {domain}: {string.Join<Slot>(", ", outs)} <- {string.Join<Slot>(", ", ins)}";

    private Shape RandomShape()
    {
        var lengths = new int[random.Next(0, 5)];
        for (int i = 0; i < lengths.Length; i++)
            lengths[i] = random.Next(5) == 0 ? 1 : random.Next(1, lengths.Length < 3 ? 40 : 7);
        return new Shape(lengths);
    }

    // Some axes of length 1, some leading axes missing.
    private Shape Shrunk(Shape shape)
    {
        int[] lengths = shape.ToArray();
        for (int i = 0; i < lengths.Length; i++)
        {
            if (random.Next(3) == 0)
                lengths[i] = 1;
        }
        return new Shape(lengths.AsSpan(random.Next(4) == 0 ? random.Next(lengths.Length + 1) : 0));
    }

    private DType RandomType() => random.Next(4) switch
    {
        0 => (DType)random.Next(4),
        _ => DType.Float32,
    };

    private Slot RandomSlot(Shape shape, DType type) => new(shape, type, random.Next());

    private Formula RandomFormula(int depth, int inputs, bool rows)
    {
        if (depth == 0 || random.Next(8) == 0)
            return Leaf(inputs, rows);
        Formula Part() => RandomFormula(depth - 1, inputs, rows);
        return random.Next(rows ? 16 : 15) switch
        {
            0 => Part() + Part(),
            1 => Part() - Part(),
            2 or 3 => Part() * Part() + Part(),
            4 => Part() / Part(),
            5 => -Part(),
            6 => Formula.Abs(Part()),
            7 => Formula.Sqrt(Part()),
            8 => Formula.Floor(Part()),
            9 => Formula.Max(Part(), Part()),
            10 => Formula.Min(Part(), Part()),
            11 => Part() > Part(),
            12 => Part() >= Part(),
            13 => Formula.Equal(Part(), Part()),
            14 => Formula.Select(random.Next(2) == 0 ? Part() > Part() : Part(), Part(), Part()),
            _ => Formula.RowMax(Part()),
        };
    }

    private Formula Leaf(int inputs, bool rows) => random.Next(rows ? 8 : 6) switch
    {
        0 => random.Next(-4, 5),
        1 => Formula.Scalar(random.Next(2)),
        6 => Formula.Column,
        7 => Formula.RowSum(Formula.Input(random.Next(inputs))),
        _ => Formula.Input(random.Next(inputs)),
    };

    /// <summary>A view with random strides into memory full of random numbers.</summary>
    private sealed record Slot(Shape Shape, DType Type, int Seed)
    {
        internal View On(Device device)
        {
            var random = new Random(Seed);
            int form = random.Next(4);
            var view = form switch
            {
                // Every second element of a longer axis, with something before and after.
                1 when Shape.Rank > 0 => Base(device, Changed(Shape.Rank - 1, 2 * Shape[^1] + 3))
                    .Sliced(Shape.Rank - 1, 1, Shape[^1], 2),
                2 when Shape.Rank > 0 => Base(device, Changed(0, Shape[0] + 3)).Sliced(0, 2, Shape[0]),
                3 when Shape.Rank > 1 => Base(device, Exchanged()).Transposed(0, Shape.Rank - 1),
                _ => Base(device, Shape),
            };
            return view;
        }

        internal static double[] AllNumbers(View view)
        {
            var device = view.Device;
            int count = (int)(view.Storage.Bytes / view.DType.Size());
            var all = new View(view.Storage, new Shape(count), view.DType);
            var numbers = device.Empty([count], DType.Float64);
            device.Copy(all, numbers);
            return numbers.ToArray<double>();
        }

        private View Base(Device device, Shape shape)
        {
            var random = new Random(Seed);
            var numbers = new double[shape.Size];
            bool hasSpecials = random.Next(4) == 0;
            for (int i = 0; i < numbers.Length; i++)
            {
                numbers[i] = random.Next(hasSpecials ? 40 : int.MaxValue) switch
                {
                    0 => double.NaN,
                    1 => double.PositiveInfinity,
                    2 => -0.0,
                    _ => random.Next(-8, 9) * 0.5,
                };
            }
            var view = device.Empty(shape, Type);
            device.Copy(device.Of(shape, numbers), view);
            return view;
        }

        private Shape Changed(int axis, int length)
        {
            int[] lengths = Shape.ToArray();
            lengths[axis] = length;
            return new Shape(lengths);
        }

        private Shape Exchanged()
        {
            int[] lengths = Shape.ToArray();
            (lengths[0], lengths[^1]) = (lengths[^1], lengths[0]);
            return new Shape(lengths);
        }
    }
}
