using Backprop.Display;

namespace Backprop.Tests.Scripting.Language;

public sealed class InspectTests
{
    private const string Documented = """
        /// <summary>Adds <paramref name="a"/> and b, if a &lt; b.</summary>
        /// <param name="a">the first</param>
        /// <param name="b">the second</param>
        /// <returns>the sum</returns>
        /// <exception cref="System.ArgumentException">never</exception>
        int Add(int a, int b)
        {
            while (a < 0)
                a++;
            return a + b;
        }
        int Add(int a) => a;
        """;

    [Fact]
    public async Task A_function_of_an_earlier_cell_shows_its_own_documentation()
    {
        await using var typist = new Typist();
        await typist.Run(Documented);
        const string Expected = """
            int Add(int a, int b)
            int Add(int a)

            Adds a and b, if a < b.

            a: the first
            b: the second
            Returns: the sum
            Throws ArgumentException: never
            """;
        Assert.Equal(Expected, await typist.Help("Ad|d(1, 2)"));
        Assert.Equal(Expected, await typist.Help("Add|(1, 2)"));
        Assert.StartsWith("int Add(int a)\nint Add(int a, int b)", await typist.Help("var x = Add|(1);"));
    }

    [Fact]
    public async Task More_detail_adds_the_code_as_it_was_typed()
    {
        await using var typist = new Typist();
        await typist.Run(Documented);
        Assert.EndsWith("""
            int Add(int a, int b)
            {
                while (a < 0)
                    a++;
                return a + b;
            }
            """, await typist.Help("Add|(1, 2)", withSource: true));
        Assert.DoesNotContain("{", await typist.Help("Math.Sqrt|(1)", withSource: true));
    }

    [Theory]
    [InlineData("Add(|", "int Add(*int a*, int b)")]
    [InlineData("Add(1, |", "int Add(int a, *int b*)")]
    [InlineData("Add(1, 2|)", "int Add(int a, *int b*)")]
    [InlineData("Add(b: 2|, a: 1)", "int Add(int a, *int b*)")]
    [InlineData("Console.Write(\"\", Add(1, |", "int Add(int a, *int b*)")]
    [InlineData("Math.Sqrt(|", "double Math.Sqrt(*double d*)")]
    [InlineData("new List<int>(|3)", "new List<int>(*int capacity*)")]
    [InlineData("new List<int> { 1 }[|0]", "int List<int>.this[*int index*] { get; set; }")]
    public async Task Within_a_call_the_parameter_of_the_cursor_is_bold(string text, string line)
    {
        await using var typist = new Typist();
        await typist.Run(Documented);
        MimeBundle help = (await typist.Bundle(text))!;
        string[] parts = line.Split('*');
        Assert.StartsWith($"{parts[0]}\e[1m{parts[1]}\e[0m{parts[2]}", help.PlainText);
        Assert.Contains("<b>", (string)help.Formats[MimeBundle.Html]);
    }

    [Theory]
    [InlineData("Add(1, 2)| ;")]
    [InlineData("| Add(1, 2)")]
    [InlineData("(|1 + 2)")]
    [InlineData("// Add|(1, 2)")]
    [InlineData("\"Add|(1)\"")]
    [InlineData("nothing|")]
    [InlineData("|")]
    public async Task Where_nothing_is_named_there_is_no_help(string text)
    {
        await using var typist = new Typist();
        await typist.Run(Documented);
        Assert.Null(await typist.Help(text));
    }

    [Theory]
    [InlineData("count|", "int count = 3")]
    [InlineData("name|", "string name = \"Ada \\\"L\\\"\"")]
    [InlineData("price|", "double price = 1.5")]
    [InlineData("list|", "List<int> list = 2 items")]
    [InlineData("nothing|", "string? nothing = null")]
    [InlineData("day|", "DayOfWeek day = DayOfWeek.Monday")]
    [InlineData("custom|", "Custom custom")]
    [InlineData("new Custom|()", "class Custom\nnew Custom()")]
    [InlineData("List<int>|", "class List<int>")]
    [InlineData("str|ing s", "class string")]
    [InlineData("foreach (var item in list) ite|m", "int item")]
    [InlineData("list.Select(item => ite|m)", "int item")]
    [InlineData("int Half(int whole) => who|le / 2;", "int whole")]
    [InlineData("var| q = count;", "struct int")]
    public async Task A_name_shows_its_declaration_and_a_variable_its_value(string text, string help)
    {
        await using var typist = new Typist();
        await typist.Run("""
            int count = 3; string name = "Ada \"L\""; double price = 1.5;
            List<int> list = [1, 2]; string? nothing = null;
            class Custom { public override string ToString() => throw new Exception("not to be called"); }
            var day = DayOfWeek.Monday; var custom = new Custom();
            """);
        string? found = await typist.Help(text);
        Assert.True(found == help || found?.StartsWith(help + "\n\n", StringComparison.Ordinal) == true, found);
    }

    [Fact]
    public async Task The_library_is_documented_and_a_tensor_shows_a_few_numbers()
    {
        await using var typist = Typist.WithLibrary();
        await typist.Run("Tensor x = [1, 2];");
        Assert.StartsWith("Tensor x = [1, 2]", await typist.Help("x|"));
        Assert.Contains("The matrix product", await typist.Help("x.MatMul|(x)"));
        string linear = (await typist.Help("new Linear|(3, 2)"))!;
        Assert.StartsWith("class Linear : Module\nnew Linear(int inputs, int outputs, bool bias = true)", linear);
        Assert.Contains("y = x Wᵀ + b", linear);
        Assert.Contains("outputs: ", await typist.Help("new Linear(3, |"));
    }

    [Fact]
    public async Task NET_is_documented_where_an_SDK_is_installed()
    {
        string packs = Path.Combine(
            Path.GetDirectoryName(typeof(object).Assembly.Location)!, "../../../packs/Microsoft.NETCore.App.Ref");
        await using var typist = new Typist();
        string help = (await typist.Help("Math.Sqrt|(2)"))!;
        Assert.StartsWith("double Math.Sqrt(double d)", help);
        if (Directory.Exists(packs))
            Assert.Contains("Returns the square root of a specified number.", help);
    }

    [Fact]
    public async Task What_comes_from_outside_is_escaped_in_HTML()
    {
        await using var typist = new Typist();
        await typist.Run("""
            /// <summary>&lt;script&gt; <c>a &lt; b</c></summary>
            List<int> F(string s = "<b>") => null;
            """);
        string html = (string)(await typist.Bundle("F|()"))!.Formats[MimeBundle.Html];
        Assert.Contains("List&lt;int&gt; F(string s = &quot;&lt;b&gt;&quot;)", html);
        Assert.Contains("<p>&lt;script&gt; <code>a &lt; b</code></p>", html);
    }

    [Theory]
    [InlineData("/// Plain words & more", "Plain words & more")]
    [InlineData("/// <summary>\n/// Two\n/// lines.\n/// </summary>", "Two lines.")]
    [InlineData("/// <summary>One.<para>Two <see langword=\"null\"/> or <see cref=\"System.Int32\"/>.</para></summary>",
        "One.\nTwo null or Int32.")]
    public async Task Documentation_is_read_as_it_is_written(string remarks, string text)
    {
        await using var typist = new Typist();
        await typist.Run($"int first = 0;\n{remarks}\nvoid F() {{ }}");
        Assert.Equal($"void F()\n\n{text}", await typist.Help("F|()"));
    }

    [Fact]
    public async Task A_member_without_words_of_its_own_has_those_of_what_it_implements()
    {
        await using var typist = new Typist();
        await typist.Run("""
            class Base
            {
                /// <summary>What it weighs.</summary>
                public virtual int Weight => 1;
            }
            interface IShape
            {
                /// <summary>How big it is.</summary>
                int Size();
            }
            class Derived : Base, IShape
            {
                public override int Weight => 2;
                /// <inheritdoc/>
                public int Size() => 3;
            }
            """);
        Assert.Contains("What it weighs.", await typist.Help("new Derived().Weight|"));
        Assert.Contains("How big it is.", await typist.Help("new Derived().Size|()"));
    }

    [Fact]
    public async Task Help_on_what_the_cell_itself_declares_needs_no_run()
    {
        await using var typist = new Typist();
        const string Code = "/// <summary>Halves.</summary>\nint Half(int x) => x / 2;\nHal|f(4)";
        Assert.Equal("int Half(int x)\n\nHalves.", await typist.Help(Code));
    }
}
