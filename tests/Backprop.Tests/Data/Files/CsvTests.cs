using FsCheck;
using FsCheck.Fluent;
using static Backprop.Tests.Numbers;

namespace Backprop.Tests.Data;

public class CsvTests
{
    [Fact]
    public void Headers_delimiters_quotes_and_missing_numbers_are_understood()
    {
        Table table = Csv.Parse("name;x\r\n\"a; \"\"b\"\"\nc\"; 1.5\r\n\r\nd;NA\r\n", delimiter: ';', words: ["name"]);
        Assert.Equal(["a; \"b\"\nc", "d"], table.Words("name"));
        Assert.Equal([1.5, double.NaN], table["x"]);
        Table plain = Csv.Parse("1,-2e3\n3,", header: false);
        Assert.Equal(["column1", "column2"], plain.ColumnNames);
        Assert.Equal([-2000, double.NaN], plain["column2"]);
        Assert.Equal([double.NaN], Csv.Parse("x\n-999", missing: ["-999"])["x"]);
    }

    [Theory]
    [InlineData("", "The text is empty")]
    [InlineData("age,height\n30,180\n25,1.80m", "line 3, column 2 (height): \"1.80m\" is no number")]
    [InlineData("age,height\n30,180\n25", "line 3: 1 field, but the first line has 2")]
    [InlineData("age,height\n30,180\n25,1,2", "line 3: 3 fields, but the first line has 2")]
    [InlineData("x,y,x\n1,2,3", "two columns have the name x")]
    [InlineData("x\n\"1\n2", "line 2: a quotation mark")]
    [InlineData("x\n1\"2\n", "line 2: a quotation mark")]
    [InlineData("x\n1 000", "\"1 000\" is no number")]
    [InlineData("x\n1,5", "Is the delimiter the right one?")]
    public void A_bad_file_is_told_with_line_and_column(string text, string message)
    {
        string told = MessageOf<InvalidDataException>(() => Csv.Parse(text));
        Assert.Contains(message, told, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', told);
    }

    [Fact]
    public void A_column_of_words_that_is_not_there_is_told() =>
        Complaint.Says<InvalidDataException>("no column town", () => Csv.Parse("x\n1", words: ["town"]));

    [Fact]
    public void Line_numbers_count_the_lines_inside_quotes() =>
        Complaint.Says<InvalidDataException>("line 5", () => Csv.Parse("w,x\n\"a\nb\",1\n\nc,one", words: ["w"]));

    [Fact]
    public void What_is_written_reads_back_the_same()
    {
        // Strings of anything but half characters, which no file can hold.
        var word = ArbMap.Default.GeneratorFor<NonNull<string>>()
            .Select(s => string.Concat(s.Get.Where(c => !char.IsSurrogate(c) && c != '\uFEFF')));
        var tables = Arb.From(
            from rows in Gen.Choose(0, 6)
            from numbers in ArbMap.Default.GeneratorFor<double>().ArrayOf(rows)
            from words in word.ArrayOf(rows)
            from isAlone in Gen.Elements(true, false)
            select (numbers, words, isAlone));
        Prop.ForAll(tables, t =>
        {
            // Control characters beside spaces and line breaks are kept; what is missing stays missing.
            TableColumn[] columns = t.isAlone ? [new("w", null, t.words)] : [new("n", t.numbers, null), new("w", null, t.words)];
            var table = new Table(columns);
            using var file = new MemoryStream();
            Csv.WriteTo(table, file);
            file.Position = 0;
            Table read = Csv.ReadFrom(file, "file", words: ["w"]);
            return read.Words("w").SequenceEqual(t.words) && (t.isAlone || read["n"].SequenceEqual(t.numbers));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_file_may_be_compressed_and_writing_leaves_nothing_beside_it()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("csv");
        try
        {
            foreach (string name in new[] { "prices.csv", "prices.csv.gz" })
            {
                string path = Path.Combine(folder.FullName, name);
                Csv.Write(Datasets.HousePrices, path);
                Assert.Equal(Datasets.HousePrices.ToString(), Csv.Read(path).ToString());
            }
            Assert.Equal(2, folder.GetFiles().Length);
            byte[] packed = File.ReadAllBytes(Path.Combine(folder.FullName, "prices.csv.gz"));
            packed[^6] ^= 0xFF;
            string bad = Path.Combine(folder.FullName, "bad.csv");
            File.WriteAllBytes(bad, packed);
            Assert.StartsWith("bad.csv", MessageOf<InvalidDataException>(() => Csv.Read(bad)), StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Any_bytes_make_a_table_or_one_line_of_complaint()
    {
        Arbitrary<byte[]> files = Arb.From(Gen.OneOf(
            ArbMap.Default.GeneratorFor<byte[]>(),
            Gen.Elements([.. "1,2\n\r\"a ;x.\0é"u8.ToArray()]).ArrayOf()));
        Prop.ForAll(files, bytes =>
        {
            try
            {
                return Csv.ReadFrom(new MemoryStream(bytes), "file").ColumnNames.Count > 0;
            }
            catch (InvalidDataException bad)
            {
                return !bad.Message.Contains('\n', StringComparison.Ordinal) && bad.Message.Length < 600;
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    [ScikitFact]
    public void Scikit_learns_digits_are_read()
    {
        TensorDataset digits = ScikitDigits.Load();
        Assert.Equal(new Shape(1797, 1, 8, 8), digits.Inputs.Shape);
        Assert.Equal(10, digits.Targets.ToArray<int>().Distinct().Count());
        Assert.Equal(1, digits.Inputs.Max().Item());
    }
}
