using BothWays = System.Func<float[], byte[], (byte[] Packed, float[] Back, float[] Foreign)>;
using MatrixProduct = System.Func<double[], double[], int, int, int, double[]>;
using Predict = System.Func<double[][], double[], double[][], double[], double[], double>;

namespace Backprop.Checks;

/// <summary>Lesson 21: a ported model, a matrix product, numbers that travel bit for bit. 15 of 20 points; 5 are written.</summary>
public sealed class L21 : Lesson
{
    /// <inheritdoc/>
    public override IReadOnlyList<Exercise> Exercises =>
    [
        new("L21.a", "Port a model")
        {
            Signature = "double Predict(double[][] kernel1, double[] bias1, double[][] kernel2, double[] bias2, double[] x)",
            Parts =
            [
                new Part<Predict>("one input, one hidden unit", 2, L21Port.One),
                new Part<Predict>("as many inputs as hidden units", 1, L21Port.Square, "one input, one hidden unit"),
                new Part<Predict>("any sizes", 2, L21Port.Any, "one input, one hidden unit"),
            ],
            Hints =
            [
                "Which index of kernel1 counts the inputs, and which the hidden units? Compare with the list in the statement.",
                "One hidden unit after the other: its bias, plus every input times its weight to this unit, then the tanh.",
                "Start the output at bias2[0]. For each hidden unit j build the sum over i of x[i] * kernel1[i][j], add bias1[j], "
                + "take the tanh, multiply by kernel2[j][0] and add it. At the very end the sigmoid.",
            ],
        },
        new("L21.b", "A matrix product")
        {
            Signature = "double[] MatMul(double[] a, double[] b, int n, int k, int m)",
            Parts =
            [
                new Part<MatrixProduct>("two by two", 1, L21Product.Small),
                new Part<MatrixProduct>("any sizes", 3, L21Product.AnySizes, "two by two"),
                new Part<MatrixProduct>("the arrays stay as they are", 1, L21Product.Untouched, "two by two"),
            ],
            Hints =
            [
                "Three loops. Which one runs over n, which over k, which over m?",
                "Entry (i, j) of the result adds, over p, a's entry (i, p) times b's entry (p, j). How long is a row in each of the "
                + "three arrays?",
                "A row of a has k numbers, a row of b has m, a row of the result has m. So the places are i * k + p, p * m + j and "
                + "i * m + j, and the result's place collects with +=.",
            ],
        },
        new("L21.d", "Bit for bit")
        {
            Signature = "byte[] Pack(float[] numbers), float[] Unpack(byte[] bytes)",
            Parts =
            [
                new Part<BothWays>("Pack, number by number", 2, L21Bits.Packs),
                new Part<BothWays>("Unpack, bytes from elsewhere", 1, L21Bits.Unpacks),
                new Part<BothWays>("unusual numbers", 1, L21Bits.Unusual, "Pack, number by number", "Unpack, bytes from elsewhere"),
                new Part<BothWays>("none, and many", 1, L21Bits.Sizes, "Pack, number by number", "Unpack, bytes from elsewhere"),
            ],
            Hints =
            [
                "A float is 32 bits. Which method gives you those bits without changing them?",
                "BitConverter.SingleToUInt32Bits gives a whole number. Its lowest eight bits are the first byte.",
                "Number i goes to the bytes 4i to 4i + 3: cast the bits, shifted right by 0, 8, 16 and 24, to byte. On the way back "
                + "shift each byte left by as much, and join them with |.",
            ],
        },
    ];
}
