namespace Backprop;

/// <summary>
/// Rows and named columns, as a file or a page shows them: <c>Datasets.Insurance["age"]</c>. A column holds numbers or
/// words. To learn from it, <see cref="ToDataset"/>.
/// </summary>
public sealed partial class Table
{
    private readonly TableColumn[] columns;

    /// <summary>A table of numbers: <c>new Table(("x", [1, 2]), ("y", [3, 4]))</c>.</summary>
    /// <exception cref="ArgumentException">The columns differ in length, or two have the same name.</exception>
    public Table(params (string Name, double[] Numbers)[] columns)
        : this([.. (columns ?? throw new ArgumentNullException(nameof(columns)))
            .Select(c => new TableColumn(c.Name, c.Numbers, null))])
    {
    }

    internal Table(TableColumn[] columns)
    {
        foreach (var column in columns)
        {
            if (column.Count != columns[0].Count)
            {
                throw new ArgumentException($"Column {columns[0].Name} has {columns[0].Count} rows, but column "
                    + $"{column.Name} has {column.Count}. All need the same number.");
            }
        }
        var twice = columns.GroupBy(c => c.Name, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1);
        if (twice is not null)
            throw new ArgumentException($"Two columns have the name {twice.Key}. Each needs its own.");
        this.columns = columns;
    }

    /// <summary>How many rows.</summary>
    public int Count => columns.Length == 0 ? 0 : columns[0].Count;

    /// <summary>The names of the columns, from left to right.</summary>
    public IReadOnlyList<string> ColumnNames => [.. columns.Select(c => c.Name)];

    /// <summary>A column of numbers, as an array of its own. A missing number is NaN.</summary>
    /// <exception cref="ArgumentException">There is no such column, or it holds words.</exception>
    public double[] this[string column] => [.. Numbers(Find(column))];

    /// <summary>A column of words, as an array of its own; of a column of numbers, their text. What is missing is
    /// empty.</summary>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public string[] Words(string column) => [.. Find(column).Texts()];

    /// <summary>Whether a column holds words rather than numbers.</summary>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public bool HoldsWords(string column) => Find(column).Words is not null;

    /// <summary>The different words of a column, in the order of their characters: their places are the codes of
    /// <see cref="WithCodes"/>.</summary>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public IReadOnlyList<string> Categories(string column) =>
        [.. Find(column).Texts().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The same table with each word of a column replaced by a whole number: its place among
    /// <see cref="Categories"/>.</summary>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public Table WithCodes(string column)
    {
        var place = Places(column);
        double[] codes = [.. Find(column).Texts().Select(word => (double)place[word])];
        return new Table([.. columns.Select(c => c.Name == column ? new TableColumn(column, codes, null) : c)]);
    }

    /// <summary>The same table with a column of words replaced by one column of 0 and 1 for each of its
    /// <see cref="Categories"/>: <c>city</c> becomes <c>city=Lima</c>, <c>city=Oslo</c>.</summary>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public Table WithOneHot(string column)
    {
        string[] words = [.. Find(column).Texts()];
        var indicators = Categories(column).Select(category => new TableColumn($"{column}={category}",
            [.. words.Select(word => word == category ? 1.0 : 0.0)], null));
        return new Table([.. columns.SelectMany(c => c.Name == column ? indicators : [c])]);
    }

    /// <summary>The same table without the rows in which anything is missing.</summary>
    public Table DropMissing() =>
        Rows([.. Enumerable.Range(0, Count).Where(row => !columns.Any(c => c.IsMissing(row)))]);

    /// <summary>Some columns, or all, as numbers <c>[rows, columns]</c>.</summary>
    /// <param name="names">Which, in this order; none for all.</param>
    /// <exception cref="ArgumentException">There is no such column, it holds words, or a number is missing.</exception>
    public Tensor ToTensor(params string[] names)
    {
        ArgumentNullException.ThrowIfNull(names);
        var chosen = names.Length == 0 ? columns : [.. names.Select(Find)];
        var cells = new double[Count * chosen.Length];
        for (int c = 0; c < chosen.Length; c++)
        {
            double[] numbers = Numbers(chosen[c]);
            int missing = Array.FindIndex(numbers, double.IsNaN);
            if (missing >= 0)
            {
                throw new ArgumentException($"Column {chosen[c].Name} lacks a number in row {missing + 1}. Leave such "
                    + "rows out with DropMissing(), or fill them in.");
            }
            for (int row = 0; row < Count; row++)
                cells[row * chosen.Length + c] = numbers[row];
        }
        return Tensor.From(cells, [Count, chosen.Length]);
    }

    /// <summary>Examples to learn from: <c>var (x, y) = Datasets.HousePrices.ToDataset("price");</c></summary>
    /// <param name="target">The column to predict; the last one if left out. Numbers become targets <c>[rows, 1]</c>,
    /// words become class numbers <c>[rows]</c>, int32.</param>
    /// <param name="inputs">The columns to predict from; all others if left out.</param>
    /// <exception cref="ArgumentException">There is no such column, an input holds words, or a number is
    /// missing.</exception>
    public TensorDataset ToDataset(string? target = null, params string[] inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        if (columns.Length < 2)
        {
            throw new ArgumentException($"A data set takes a column to predict and one to predict from; here is "
                + $"{columns.Length}.");
        }
        var goal = target is null ? columns[^1] : Find(target);
        string[] from = inputs.Length > 0 ? inputs : [.. ColumnNames.Where(name => name != goal.Name)];
        var y = goal.Words is null
            ? ToTensor(goal.Name)
            : WithCodes(goal.Name).ToTensor(goal.Name).Reshape(Count).To(DType.Int32);
        return new TensorDataset(ToTensor(from), y);
    }

    internal TableColumn[] Columns => columns;

    private Table Rows(int[] rows) => new([.. columns.Select(c => c.Take(rows))]);

    private Dictionary<string, int> Places(string column) =>
        Categories(column).Select((word, place) => (word, place))
            .ToDictionary(pair => pair.word, pair => pair.place, StringComparer.Ordinal);

    private TableColumn Find(string name) =>
        columns.FirstOrDefault(c => c.Name == name) ?? throw new ArgumentException(
            $"There is no column {name}. There are: {string.Join(", ", columns.Select(c => c.Name))}.");

    private static double[] Numbers(TableColumn column) => column.Numbers ?? throw new ArgumentException(
        $"Column {column.Name} holds words. Read them with Words(\"{column.Name}\"), or make numbers of them with "
        + $"WithCodes(\"{column.Name}\") or WithOneHot(\"{column.Name}\").");
}
