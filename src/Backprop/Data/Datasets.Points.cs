namespace Backprop;

/// <content>Points of the plane in classes: inputs <c>[count, 2]</c>, targets class numbers <c>[count]</c>, int32. The
/// classes take turns, so each is as frequent as the others.</content>
public static partial class Datasets
{
    /// <summary>Two half moons that reach into each other: 2 classes that no line separates.</summary>
    /// <param name="count">How many points.</param>
    /// <param name="noise">The standard deviation of what is added to each coordinate.</param>
    /// <param name="seed">The same seed gives the same points.</param>
    public static TensorDataset Moons(int count = 200, double noise = 0.1, long seed = 0) =>
        Points(count, classes: 2, noise, seed, (moon, random) =>
        {
            var (sin, cos) = Math.SinCos(Math.PI * random.NextDouble());
            return moon == 0 ? (cos, sin) : (1 - cos, 0.5 - sin);
        });

    /// <summary>A circle of radius 1 around one of half that radius: 2 classes.</summary>
    /// <param name="count">How many points.</param>
    /// <param name="noise">The standard deviation of what is added to each coordinate.</param>
    /// <param name="seed">The same seed gives the same points.</param>
    public static TensorDataset Circles(int count = 200, double noise = 0.05, long seed = 0) =>
        Points(count, classes: 2, noise, seed, (circle, random) =>
            OnCircle(circle == 0 ? 1 : 0.5, random.NextDouble()));

    /// <summary>Arms that wind around the origin, out to radius 1: one class each.</summary>
    /// <param name="count">How many points.</param>
    /// <param name="arms">How many classes.</param>
    /// <param name="turns">How often an arm goes round.</param>
    /// <param name="noise">The standard deviation of what is added to each coordinate.</param>
    /// <param name="seed">The same seed gives the same points.</param>
    public static TensorDataset Spirals(
        int count = 300, int arms = 3, double turns = 0.75, double noise = 0.02, long seed = 0) =>
        Points(count, arms, noise, seed, (arm, random) =>
        {
            double radius = 0.05 + 0.95 * random.NextDouble();
            return OnCircle(radius, (double)arm / arms + turns * radius);
        });

    /// <summary>Round clouds, one class each, their centres anywhere in −5…5.</summary>
    /// <param name="count">How many points.</param>
    /// <param name="classes">How many clouds.</param>
    /// <param name="spread">The standard deviation of a cloud.</param>
    /// <param name="seed">The same seed gives the same clouds.</param>
    public static TensorDataset Blobs(int count = 300, int classes = 3, double spread = 1, long seed = 0)
    {
        // A stream of their own, so that the places do not depend on the number of points.
        var places = new SeededRandom(seed, stream: 2);
        var centres = new (double X, double Y)[Math.Max(0, classes)];
        for (int i = 0; i < centres.Length; i++)
            centres[i] = (10 * places.NextDouble() - 5, 10 * places.NextDouble() - 5);
        return Points(count, classes, spread, seed, (cloud, _) => centres[cloud]);
    }

    /// <summary>Clouds around (±1, ±1): class 1 where the signs differ. <see cref="Xor"/> as points.</summary>
    /// <param name="count">How many points.</param>
    /// <param name="noise">The standard deviation of a cloud.</param>
    /// <param name="seed">The same seed gives the same points.</param>
    public static TensorDataset XorPoints(int count = 200, double noise = 0.3, long seed = 0) =>
        Points(count, classes: 2, noise, seed, (differ, random) =>
        {
            double x = random.Next(2) == 0 ? -1 : 1;
            return (x, differ == 1 ? -x : x);
        });

    /// <summary>Small clouds on a circle, which a generative net should find all; the classes are the clouds.</summary>
    /// <param name="count">How many points.</param>
    /// <param name="modes">How many clouds.</param>
    /// <param name="radius">The radius of the circle.</param>
    /// <param name="spread">The standard deviation of a cloud.</param>
    /// <param name="seed">The same seed gives the same points.</param>
    public static TensorDataset GaussianRing(
        int count = 1000, int modes = 8, double radius = 2, double spread = 0.05, long seed = 0) =>
        Points(count, modes, spread, seed, (mode, _) => OnCircle(radius, (double)mode / modes));

    private static TensorDataset Points(
        int count, int classes, double noise, long seed, Func<int, SeededRandom, (double X, double Y)> place)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(classes);
        ArgumentOutOfRangeException.ThrowIfNegative(noise);
        var random = new SeededRandom(seed);
        var inputs = new float[2 * count];
        var targets = new int[count];
        for (int i = 0; i < count; i++)
        {
            targets[i] = i % classes;
            var (x, y) = place(targets[i], random);
            inputs[2 * i] = (float)(x + noise * random.NextNormal());
            inputs[2 * i + 1] = (float)(y + noise * random.NextNormal());
        }
        return new TensorDataset(Tensor.From(inputs, [count, 2]), Tensor.From(targets));
    }

    private static (double X, double Y) OnCircle(double radius, double turn)
    {
        var (sin, cos) = Math.SinCos(2 * Math.PI * turn);
        return (radius * cos, radius * sin);
    }
}
