using static Backprop.Tests.Numbers;

namespace Backprop.Tests.Data;

public class TableTests
{
    private static readonly Table People = Csv.Parse("""
        age,city,height
        30,Oslo,180
        25,Lima,
        41,Oslo,175.5
        """, words: ["city"]);

    [Fact]
    public void Columns_are_found_by_name_as_numbers_or_as_words()
    {
        Assert.Equal(["age", "city", "height"], People.ColumnNames);
        Assert.Equal(3, People.Count);
        Assert.Equal([30, 25, 41], People["age"]);
        Assert.Equal(["Oslo", "Lima", "Oslo"], People.Words("city"));
        Assert.Equal(["180", "", "175.5"], People.Words("height"));
        Assert.True(People.HoldsWords("city"));
        Assert.Equal([180, double.NaN, 175.5], People["height"]);
    }

    [Fact]
    public void What_a_caller_does_to_an_array_does_not_change_the_table()
    {
        Datasets.Insurance["age"][0] = 99;
        Assert.Equal(22, Datasets.Insurance["age"][0]);
    }

    [Fact]
    public void Words_become_codes_or_columns_of_0_and_1()
    {
        Assert.Equal(["Lima", "Oslo"], People.Categories("city"));
        Assert.Equal([1, 0, 1], People.WithCodes("city")["city"]);
        Table wide = People.WithOneHot("city");
        Assert.Equal(["age", "city=Lima", "city=Oslo", "height"], wide.ColumnNames);
        Holds(wide.ToTensor("city=Lima", "city=Oslo"), [3, 2], 0, 1, 1, 0, 0, 1);
    }

    [Fact]
    public void Rows_with_missing_numbers_can_be_left_out()
    {
        Table whole = People.DropMissing();
        Assert.Equal([30, 41], whole["age"]);
        Holds(whole.ToTensor("age", "height"), [2, 2], 30, 180, 41, 175.5);
    }

    [Fact]
    public void A_table_becomes_examples_with_numbers_or_classes_to_predict()
    {
        var (x, y) = People.DropMissing().ToDataset("city");
        Holds(x, [2, 2], 30, 180, 41, 175.5);
        Holds(y, [2], 0, 0);
        Assert.Equal(DType.Int32, y.DType);
        var (area, price) = Datasets.HousePrices.ToDataset(inputs: "area");
        Assert.Equal((new Shape(6, 1), new Shape(6, 1)), (area.Shape, price.Shape));
    }

    [Fact]
    public void It_prints_as_columns()
    {
        Assert.Equal("""
            age  city  height
             30  Oslo     180
             25  Lima
             41  Oslo   175.5
            """, People.ToString());
        Assert.EndsWith("… 100 rows", new Table(("x", new double[100])).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Mistakes_are_named_with_the_columns_that_there_are()
    {
        Complaint.Says<ArgumentException>("There are: age, city, height", () => _ = People["weight"]);
        Complaint.Says<ArgumentException>("WithOneHot(\"city\")", () => _ = People["city"]);
        Complaint.Says<ArgumentException>("height lacks a number in row 2", () => People.ToTensor("height"));
        Complaint.Says<ArgumentException>("has 1 rows, but column b has 2", () => _ = new Table(("a", [1]), ("b", [1, 2])));
        Complaint.Says<ArgumentException>("Two columns", () => _ = new Table(("a", [1]), ("a", [1])));
        Assert.ThrowsAny<ArgumentException>(() => new Table(("a", [1])).ToDataset());
    }
}
