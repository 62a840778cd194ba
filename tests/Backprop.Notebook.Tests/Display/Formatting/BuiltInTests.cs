using System.Globalization;
using System.Text.Json.Nodes;
using Backprop.Display;

namespace Backprop.Tests.Display;

public class BuiltInTests
{
    private const string Attack = "</td><script>alert(1)</script>&\"'";
    private readonly FormatterRegistry registry = new();

    [Theory]
    [InlineData(42, "42")]
    [InlineData(-1.5, "-1.5")]
    [InlineData(0.1 + 0.2, "0.30000000000000004")]
    [InlineData(double.NaN, "NaN")]
    [InlineData("text", "text")]
    [InlineData(true, "True")]
    [InlineData('c', "c")]
    [InlineData(DayOfWeek.Monday, "Monday")]
    [InlineData(null, "null")]
    public void A_scalar_is_plain_text_and_nothing_else(object? value, string expected)
    {
        MimeBundle bundle = registry.ToBundle(value);
        Assert.Equal(expected, bundle.PlainText);
        Assert.Equal([MimeBundle.Text], bundle.Formats.Keys);
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("de-DE")]
    public void Text_does_not_depend_on_the_culture(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo(culture);
        try
        {
            Assert.Equal("-1.5", Text(-1.5));
            Assert.Equal("[1.5, -2]", Text(new[] { 1.5, -2 }));
            Assert.Equal("2026-11-21 13:34:00", Text(new DateTime(2026, 11, 21, 13, 34, 0)));
            Assert.Equal("{ Premium = 1234.5 }", Text(new { Premium = 1234.5 }));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_list_of_numbers_is_one_line()
    {
        Assert.Equal("[1, 2, 3]", Text(new List<int> { 1, 2, 3 }));
        Assert.Equal("[]", Text(Array.Empty<int>()));
        Assert.Equal("[\"a\", null]", Text(new[] { "a", null }));
    }

    [Fact]
    public void A_long_list_is_cut_and_counted()
    {
        string text = Text(Enumerable.Range(0, 60_000).ToArray());
        Assert.StartsWith("[0, 1, 2,", text, StringComparison.Ordinal);
        Assert.EndsWith("19, …] (60000 items)", text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_endless_sequence_is_cut_and_not_counted()
    {
        Assert.EndsWith("19, …]", Text(Endless().Select(i => i)), StringComparison.Ordinal);
        string html = Html(Endless().Select(i => new { I = i }));
        Assert.Contains("Showing the first 20 rows; there are more.", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Records_become_a_table_with_their_count()
    {
        List<Person> people = [.. Enumerable.Range(0, 60_000).Select(i => new Person($"P{i}", 20 + (i % 50), i / 7.0))];
        string html = Html(people);
        Assert.Contains(
            "<th scope=\"col\">Name</th><th scope=\"col\" class=\"n\">Age</th>", html, StringComparison.Ordinal);
        Assert.Contains("Showing 20 of 60\u202F000 rows.", html, StringComparison.Ordinal);
        Assert.Contains("<td>P19</td>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("P20<", html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_text_twin_of_a_table_is_aligned()
    {
        Person[] people = [new("Ada", 36, 1.5), new("Grace", 85, 10.25)];
        Assert.Equal("Name   Age  Premium\nAda     36     1.50\nGrace   85    10.25", Text(people));
    }

    [Fact]
    public void Tuples_dictionaries_matrices_and_jagged_arrays_become_tables()
    {
        Assert.Contains("Item1", Html(new[] { (1, "a"), (2, "b") }), StringComparison.Ordinal);
        Assert.Contains("<td>age</td>", Html(new Dictionary<string, int> { ["age"] = 36 }), StringComparison.Ordinal);
        Assert.Contains("<td class=\"n\">\u22124</td>", Html(new[,] { { 1, 2 }, { 3, -4 } }), StringComparison.Ordinal);
        Assert.Contains(
            "<th scope=\"col\" class=\"n\">1</th>", Html(new double[][] { [1, 2], [3] }), StringComparison.Ordinal);
        Assert.Contains("<th scope=\"col\" class=\"n\">b</th>", Html(Rows()), StringComparison.Ordinal);

        static Dictionary<string, object>[] Rows() => [new() { ["a"] = 1 }, new() { ["a"] = 2, ["b"] = 3 }];
    }

    [Fact]
    public void An_object_shows_its_members()
    {
        Assert.Equal("Person { Name = \"Ada\", Age = 36, Premium = 1.5 }", Text(new Person("Ada", 36, 1.5)));
        Assert.Equal("{ A = 1, B = [1, 2] }", Text(new { A = 1, B = new[] { 1, 2 } }));
        Assert.Equal("(1, \"a\")", Text((1, "a")));
    }

    [Fact]
    public void A_cycle_ends()
    {
        var knot = new Knot();
        knot.Self = knot;
        knot.Many.Add(knot);
        Assert.Equal("Knot { Self = …, Many = […] }", Text(knot));
        Assert.Contains("Knot", Html(knot), StringComparison.Ordinal);
    }

    [Fact]
    public void A_deep_object_ends()
    {
        object nested = "end";
        for (int i = 0; i < 10_000; i++)
            nested = new List<object> { nested };
        Assert.Equal("[[[[…]]]]", Text(nested));
    }

    [Fact]
    public void A_property_that_throws_is_shown_as_such()
    {
        Assert.Contains("Broken = threw InvalidOperationException: no", Text(new Thrower()), StringComparison.Ordinal);
        Assert.Contains("threw InvalidOperationException: no", Html(new Thrower()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_sequence_that_throws_shows_what_came_before()
    {
        Assert.Equal("[1, 2, threw InvalidOperationException: no more]", Text(Failing()));

        static IEnumerable<int> Failing()
        {
            yield return 1;
            yield return 2;
            throw new InvalidOperationException("no more");
        }
    }

    [Fact]
    public void A_tostring_that_throws_is_shown_as_such()
    {
        Assert.Contains("threw InvalidOperationException: mute", Text(new Mute()), StringComparison.Ordinal);
    }

    [Fact]
    public void An_unfinished_task_is_not_waited_for()
    {
        Assert.Contains("WaitingForActivation", Text(new TaskCompletionSource<int>().Task), StringComparison.Ordinal);
    }

    [Fact]
    public void An_exception_shows_its_kind_message_and_causes()
    {
        var error = new InvalidOperationException("outer", new ArgumentException("inner"));
        Assert.Equal("InvalidOperationException: outer\n  caused by ArgumentException: inner", Text(error));
    }

    [Fact]
    public void Json_is_sent_as_json()
    {
        MimeBundle bundle = registry.ToBundle(JsonNode.Parse("""{"a":[1,2]}"""));
        Assert.True(
            JsonNode.DeepEquals(JsonNode.Parse("""{"a":[1,2]}"""), (JsonNode)bundle.Formats["application/json"]));
    }

    public static TheoryData<object> AttackingValues => new(
        new[] { (Attack, 1) },
        new Dictionary<string, string> { [Attack] = Attack },
        new { Name = Attack },
        new[] { new { Name = Attack } },
        new[] { new Dictionary<string, object> { [Attack] = Attack } },
        new InvalidOperationException(Attack, new ArgumentException(Attack)),
        new[] { new[] { Attack } });

    [Theory]
    [MemberData(nameof(AttackingValues))]
    public void Text_from_outside_never_becomes_markup(object value)
    {
        string html = Html(value);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;", html, StringComparison.Ordinal);
        Markup.AssertWellFormed(html);
    }

    private string Text(object value) => registry.ToBundle(value).PlainText;

    private string Html(object value) => (string)registry.ToBundle(value).Formats[MimeBundle.Html];

    private static IEnumerable<int> Endless()
    {
        for (int i = 0; ; i++)
            yield return i;
    }

    private sealed record Person(string Name, int Age, double Premium);

    private sealed class Knot
    {
        public Knot? Self { get; set; }

        public List<Knot> Many { get; } = [];
    }

#pragma warning disable CA1822 // The formatter reads instance properties.
    private sealed class Thrower
    {
        public int Fine => 1;

        public int Broken => throw new InvalidOperationException("no");
    }
#pragma warning restore CA1822

    private sealed class Mute
    {
        public override string ToString() => throw new InvalidOperationException("mute");
    }
}
