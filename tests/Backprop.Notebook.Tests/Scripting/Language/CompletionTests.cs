using Backprop.Scripting;

namespace Backprop.Tests.Scripting.Language;

public sealed class CompletionTests
{
    private const string Earlier = """
        int apple = 1;
        List<int> list = [1, 2];
        double Twice(double x) => 2 * x;
        enum Ripeness { Green, Ripe }
        class Fruit
        {
            public string Name { get; set; } = "";
            public required int Weight { get; init; }
            public static int Count;
            [Obsolete] public int Old;
            private int hidden;
            public void Cut(int pieces = 2, Ripeness ripeness = Ripeness.Ripe) { }
            public void Cut(string how) { }
        }
        static int Third(this int x) => x / 3;
        Ripeness Ripen(Ripeness from, int days) => from;
        Fruit fruit = new() { Weight = 1 };
        int? maybe = 3;
        """;

    [Fact]
    public async Task Before_any_cell_ran_members_of_NET_are_offered()
    {
        await using var typist = new Typist();
        Assert.Equal(["WriteLine"], await typist.Offered("Console.WriteL|"));
        Assert.Equal(["Math", "MathF"], await typist.Offered("Math|"));
    }

    [Theory]
    [InlineData("fruit.|", "Name, Weight, Cut", "Count, Old, hidden, Fruit, Finalize")]
    [InlineData("Fruit.|", "Count", "Name, Cut, Equals, ReferenceEquals")]
    [InlineData("list.|", "Count, Add, Where, Select", "Capacity:, _items")]
    [InlineData("apple.|", "Third, ToString", "Parse")]
    [InlineData("4.|", "Third, CompareTo", "Parse")]
    [InlineData("int.|", "Parse, MaxValue", "CompareTo")]
    [InlineData("maybe.|", "HasValue, Value", "Third")]
    [InlineData("maybe?.|", "Third", "HasValue")]
    [InlineData("list[0].|", "Third", "Add")]
    [InlineData("Twice(1).|", "CompareTo", "Third")]
    [InlineData("Twice(\"wrong\").|", "CompareTo", "Third")]
    [InlineData("$\"{fruit.|}\"", "Name", "Count")]
    [InlineData("$\"{fruit.|", "Name", "Count")]
    [InlineData("System.Text.|", "StringBuilder", "Console")]
    [InlineData("(1, 2).|", "Item1, Item2", "Third")]
    public async Task Behind_a_dot_stand_the_members_that_can_be_used_there(string text, string offered, string absent)
    {
        await using var typist = new Typist();
        await typist.Run(Earlier);
        IReadOnlyList<string> found = await typist.Offered(text);
        Assert.All(offered.Split(", "), name => Assert.Contains(name, found));
        Assert.All(absent.Split(", "), name => Assert.DoesNotContain(name, found));
    }

    [Theory]
    [InlineData("list.|\nvar next = 3;")]
    [InlineData("list.|\nlist.Add(3);")]
    [InlineData("if (list.|")]
    [InlineData("if (true) { foreach (var x in list.|")]
    [InlineData("Console.WriteLine(list.|\nvar next = 3;")]
    [InlineData("for (int i = 0; i < list.|")]
    [InlineData("class Basket { int Size(List<int> list) { return list.| } }")]
    [InlineData("var x = list.| // to do")]
    [InlineData("int later = list.|;\nint unfinished = (")]
    public async Task Broken_code_around_the_cursor_does_not_matter(string text)
    {
        await using var typist = new Typist();
        await typist.Run("List<int> list = [1, 2];");
        Assert.Contains("Count", await typist.Offered(text));
    }

    [Theory]
    [InlineData("list.Select(n => n.|")]
    [InlineData("list.Select(n => n.|)")]
    [InlineData("list.Where(n => n > 1).Select(n => n.|\nvar next = 3;")]
    [InlineData("from n in list where n.|")]
    [InlineData("foreach (var n in list) { n.|")]
    public async Task The_type_of_a_lambdas_parameter_is_known(string text)
    {
        await using var typist = new Typist();
        await typist.Run("List<int> list = [1, 2];");
        Assert.Contains("CompareTo", await typist.Offered(text));
    }

    [Fact]
    public async Task Overloads_are_one_item_that_counts_them()
    {
        await using var typist = new Typist();
        await typist.Run(Earlier);
        Completion cut = Assert.Single((await typist.Complete("fruit.Cut|")).Items);
        Assert.Equal(new Completion("Cut", CompletionKind.Method,
            "void Fruit.Cut(int pieces = 2, Ripeness ripeness = Ripeness.Ripe) (+ 1 overload)"), cut);
    }

    [Theory]
    [InlineData("ap|", "apple", CompletionKind.Variable, "int apple")]
    [InlineData("Twi|", "Twice", CompletionKind.Method, "double Twice(double x)")]
    [InlineData("Frui|", "Fruit", CompletionKind.Class, "class Fruit")]
    [InlineData("Ripene|", "Ripeness", CompletionKind.Enum, "enum Ripeness")]
    [InlineData("Ripeness.Gr|", "Green", CompletionKind.EnumMember, "Ripeness.Green = 0")]
    [InlineData("fruit.Wei|", "Weight", CompletionKind.Property, "required int Fruit.Weight { get; init; }")]
    [InlineData("Syst|", "System", CompletionKind.Namespace, "namespace System")]
    [InlineData("forea|", "foreach", CompletionKind.Keyword, "")]
    [InlineData("void F(int price) { pri|", "price", CompletionKind.Parameter, "int price")]
    public async Task An_item_says_what_it_names(string text, string name, CompletionKind kind, string signature)
    {
        await using var typist = new Typist();
        await typist.Run(Earlier);
        Assert.Equal(new Completion(name, kind, signature), (await typist.Complete(text)).Items[0]);
    }

    [Fact]
    public async Task Names_of_the_same_cell_are_offered_within_their_reach()
    {
        await using var typist = new Typist();
        const string Code = """
            int Outer(int width)
            {
                { int gone = 1; }
                int height = 2;
                |
            }
            class Later { }
            """;
        IReadOnlyList<string> offered = await typist.Offered(Code);
        Assert.All(["width", "height", "Outer", "Later"], name => Assert.Contains(name, offered));
        Assert.DoesNotContain("gone", offered);
    }

    [Fact]
    public async Task A_class_in_the_making_offers_what_it_inherits_from_an_earlier_cell()
    {
        await using var typist = new Typist();
        await typist.Run("class Plant { protected int Roots; }");
        Assert.Contains("Roots", await typist.Offered("class Tree : Plant { int leaves; int Sum() => Ro| }"));
        Assert.Contains("leaves", await typist.Offered("class Tree : Plant { int Sum() => lea| ; int leaves; }"));
    }

    [Fact]
    public async Task A_name_that_a_later_cell_declares_again_is_offered_once_as_it_is_now()
    {
        await using var typist = new Typist();
        await typist.Run("int rate = 1;");
        await typist.Run("string rate = \"\";");
        Assert.Equal("string rate", Assert.Single((await typist.Complete("rate|")).Items).Signature);
        Assert.Contains("Length", await typist.Offered("rate.|"));
    }

    [Theory]
    [InlineData("Ripen(|", "Ripeness.Green")]
    [InlineData("Ripeness r = |", "Ripeness.Green")]
    [InlineData("if (Ripen(0, 1) == |", "Ripeness.Green")]
    [InlineData("Ripen(0, 1) switch { |", "Ripeness.Green")]
    [InlineData("Ripeness Next() { return |", "Ripeness.Green")]
    [InlineData("int n = list.|", "Aggregate")]
    [InlineData("string s = |", "label")]
    [InlineData("Func<double, double> f = |", "Twice")]
    [InlineData("if (|", "false")]
    [InlineData("throw new |", "AccessViolationException")]
    [InlineData("Fruit other = new |", "Fruit")]
    [InlineData("a|", "apple")]
    public async Task What_the_place_wants_and_what_the_learner_declared_come_first(string text, string first)
    {
        await using var typist = new Typist();
        await typist.Run(Earlier + "\nstring label = \"\";");
        Assert.Equal(first, (await typist.Offered(text))[0]);
    }

    [Theory]
    [InlineData("Ripen(|", "from:, days:", "pieces:")]
    [InlineData("Ripen(from: Ripeness.Green, |", "days:", "from:")]
    [InlineData("fruit.Cut(ri|", "ripeness:", "pieces:")]
    [InlineData("new Basket(si|", "size:", "fruit:")]
    public async Task Arguments_may_be_named(string text, string offered, string absent)
    {
        await using var typist = new Typist();
        await typist.Run(Earlier + "\nclass Basket(int size, Fruit fruit) { }");
        IReadOnlyList<string> found = await typist.Offered(text);
        Assert.All(offered.Split(", "), name => Assert.Contains(name, found));
        Assert.DoesNotContain(absent, found);
    }

    [Theory]
    [InlineData("new Fruit { |", "Weight, Name")]
    [InlineData("new Fruit { | }", "Weight, Name")]
    [InlineData("Fruit other = new() { |", "Weight, Name")]
    [InlineData("new Fruit { Weight = 1, |", "Name")]
    [InlineData("new Fruit { Na| = 1 }", "Name")]
    public async Task An_initializer_offers_the_members_still_to_set_the_required_first(string text, string offered)
    {
        await using var typist = new Typist();
        await typist.Run(Earlier);
        Assert.Equal(offered.Split(", "), await typist.Offered(text));
    }

    [Fact]
    public async Task The_library_reads_like_the_lessons()
    {
        await using var typist = Typist.WithLibrary();
        await typist.Run("Sequential net = [new Linear(3, 2), Relu]; var x = Tensor.Randn(4, 3);");
        Assert.Contains("Forward", await typist.Offered("net.|"));
        Assert.Contains("MatMul", await typist.Offered("x.|"));
        Assert.Contains("outputs:", await typist.Offered("new Linear(3, |"));
        Assert.Equal(["LearningRate"], await typist.Offered("new Sgd(net.Parameters) { Lear|"));
        Assert.Equal("x", (await typist.Offered("net.Forward(|"))[0]);
        Assert.Equal("Tensor Tensor.Relu()", Assert.Single((await typist.Complete("x.Relu|")).Items).Signature);
    }

    [Theory]
    [InlineData("// apple.|")]
    [InlineData("/* ap|")]
    [InlineData("\"ap|")]
    [InlineData("\"ap|\"")]
    [InlineData("$\"ap|\"")]
    [InlineData("\"\"\"\nap|")]
    [InlineData("'a|'")]
    [InlineData("var ap|")]
    [InlineData("int ap|")]
    [InlineData("foreach (var ap|")]
    [InlineData("void F(int ap|")]
    [InlineData("class ap|")]
    [InlineData("1.5|")]
    [InlineData("0xA|")]
    [InlineData("unknown.|")]
    [InlineData("#if ap|")]
    public async Task Nothing_is_offered_in_remarks_texts_numbers_and_for_new_names(string text)
    {
        await using var typist = new Typist();
        await typist.Run("int apple = 1;");
        Assert.Empty(await typist.Offered(text));
    }

    [Theory]
    [InlineData("WL", "WindowLeft, WriteLine")]
    [InlineData("wrl", "WriteLine")]
    [InlineData("writel", "WriteLine")]
    [InlineData("Li", "")]
    public async Task Typed_letters_match_the_beginning_or_the_words_of_a_name(string typed, string offered)
    {
        await using var typist = new Typist();
        Assert.Equal(offered, string.Join(", ", await typist.Offered($"Console.{typed}|")));
    }

    [Fact]
    public async Task A_beginning_in_the_same_case_comes_before_one_in_another()
    {
        await using var typist = new Typist();
        await typist.Run("int Data = 1; int data = 2;");
        Assert.Equal(["data", "Data"], (await typist.Offered("dat|")).Take(2));
        Assert.Equal("Data", (await typist.Offered("Dat|"))[0]);
    }

    [Fact]
    public async Task An_answer_says_what_it_replaces_and_is_bounded()
    {
        await using var typist = new Typist();
        Completions found = await typist.Complete("var x = Console.Wri|te;");
        Assert.Equal((16, 19), (found.Start, found.End));
        Assert.Equal(Completions.MostItems, (await typist.Complete("|")).Items.Count);
    }

    [Fact]
    public async Task Asking_changes_nothing()
    {
        await using var typist = new Typist();
        await typist.Offered("using System.Net.Http;\nint n = 1; class A { } Http|");
        Assert.Empty(await typist.Offered("n.|"));
        await typist.Run("int n = 2; var bytes = new List<byte[]>();");
        await typist.Run("var json = System.Text.Json.JsonDocument.Parse(\"[1]\");");
        Assert.Contains("HttpClient", await typist.Offered("using System.Net.Http;\nHttp|"));
        Assert.Equal("2", await typist.Run("n"));

        // The session may come to the same assemblies later, and older objects still fit their types.
        await typist.Run("new System.Xml.Linq.XElement(\"a\")");
        Assert.Equal("1", await typist.Run(
            "System.Text.Json.JsonDocument same = json; bytes.Add(new byte[1]); bytes.Count"));
    }
}
