using System.Globalization;

namespace Backprop;

/// <summary>
/// Replaces a column of codes by one column of 0 and 1 for each code that the training data has, in rising order:
/// 2, 5, 2 becomes [1, 0], [0, 1], [1, 0].
/// </summary>
public sealed class OneHotEncoder : Preprocessor
{
    private readonly int[]? chosen;
    // For each column its codes in rising order; null for one that passes as it is.
    private double[]?[] codes = [];

    /// <summary>An encoder of some columns.</summary>
    /// <param name="columns">Which, from 0; the others pass as they are. All if left out.</param>
    public OneHotEncoder(params int[] columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        chosen = columns.Length == 0 ? null : columns;
    }

    internal override int? OutputWidth => IsFitted ? codes.Sum(c => c?.Length ?? 1) : null;

    /// <summary>The codes of a column, in the order of their new columns.</summary>
    /// <exception cref="ArgumentException">That column is not encoded.</exception>
    public IReadOnlyList<double> Categories(int column) =>
        column >= 0 && column < codes.Length && codes[column] is { } found ? [.. found] : throw new ArgumentException(
            $"Column {column} is not encoded. Fit first; columns count from 0.");

    internal override void Learn(Tensor x)
    {
        CheckChosen(x.Shape[1]);
        double[] numbers = x.ToArray<double>();
        int columns = x.Shape[1];
        codes = [.. Enumerable.Range(0, columns).Select(c => IsChosen(c)
            ? Enumerable.Range(0, x.Shape[0]).Select(row => numbers[row * columns + c]).Distinct().Order().ToArray()
            : null)];
    }

    internal override Tensor Apply(Tensor x)
    {
        double[] numbers = x.ToArray<double>();
        int rows = x.Shape[0], columns = codes.Length, width = OutputWidth!.Value;
        var y = new double[rows * width];
        for (int row = 0; row < rows; row++)
        {
            int at = row * width;
            for (int c = 0; c < columns; c++)
            {
                double number = numbers[row * columns + c];
                if (codes[c] is not { } known)
                {
                    y[at++] = number;
                    continue;
                }
                int place = Array.IndexOf(known, number);
                if (place < 0)
                    throw Unknown(number, row, c);
                y[at + place] = 1;
                at += known.Length;
            }
        }
        return Tensor.From(y, [rows, width], DType.Float64).To(x.Device);
    }

    /// <remarks>Each group of columns gives the code of its largest number, so that probabilities do as well.</remarks>
    internal override Tensor Invert(Tensor y)
    {
        double[] numbers = y.ToArray<double>();
        int rows = y.Shape[0], columns = codes.Length, at = 0;
        var x = new double[rows * columns];
        for (int i = 0; i < x.Length; i++)
        {
            if (codes[i % columns] is not { } known)
            {
                x[i] = numbers[at++];
                continue;
            }
            int largest = 0;
            for (int k = 1; k < known.Length; k++)
            {
                if (numbers[at + k] > numbers[at + largest])
                    largest = k;
            }
            x[i] = known[largest];
            at += known.Length;
        }
        return Tensor.From(x, [rows, columns], DType.Float64).To(y.Device);
    }

    internal override void Save(string prefix, Dictionary<string, Tensor> state)
    {
        state[prefix + "columns"] = Tensor.Full([], codes.Length, DType.Float64);
        for (int c = 0; c < codes.Length; c++)
        {
            if (codes[c] is { } known)
                state[Name(prefix, c)] = Tensor.From(known, dtype: DType.Float64);
        }
    }

    internal override (Action Commit, int Width) Restore(string prefix, SavedState saved, int? width)
    {
        double columns = saved.Number(prefix + "columns");
        if (!(columns >= 1 && columns <= 1 << 24) || width is { } known && columns != known)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{prefix}columns in the state is "
                + $"{columns}, which is not the number of columns that come in. It was saved by something else."));
        CheckChosen((int)columns);
        var newCodes = new double[]?[(int)columns];
        for (int c = 0; c < newCodes.Length; c++)
        {
            if (IsChosen(c))
                newCodes[c] = saved.Tensor(Name(prefix, c), [-1]).ToArray<double>();
        }
        return (() => (codes, InputWidth) = (newCodes, newCodes.Length), newCodes.Sum(c => c?.Length ?? 1));
    }

    private static string Name(string prefix, int column) =>
        string.Create(CultureInfo.InvariantCulture, $"{prefix}codes.{column}");

    private bool IsChosen(int column) => chosen is null || Array.IndexOf(chosen, column) >= 0;

    private void CheckChosen(int columns)
    {
        if (chosen is not null && Array.Exists(chosen, c => c < 0 || c >= columns))
        {
            throw new ArgumentException($"There is no column {chosen.First(c => c < 0 || c >= columns)} to encode: the "
                + $"data has columns 0 to {columns - 1}.");
        }
    }

    private static ArgumentException Unknown(double number, int row, int column) =>
        new(string.Create(CultureInfo.InvariantCulture, $"The code {number} in row {row}, column {column} does not "
            + $"occur in the training data. Fit on data that has every code."));
}
