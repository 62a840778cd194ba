using Backprop.Scripting;

namespace Backprop.Tests.Scripting.Language;

public sealed class CompletenessTests
{
    private static readonly CSharpSession Session = new(new SessionOptions());

    [Theory]
    [InlineData("")]
    [InlineData("   \n")]
    [InlineData("1 + 1")]
    [InlineData("var x = 1;")]
    [InlineData("foo();\nbar()")]
    [InlineData("int x = \"wrong\";")]
    [InlineData("if (x) { y(); }")]
    [InlineData("class C { }")]
    [InlineData("record R(int A);")]
    [InlineData("int P { get; set; }")]
    [InlineData("var s = \"\"\"\nabc\n\"\"\";")]
    [InlineData("[1, 2]")]
    [InlineData("// a remark")]
    [InlineData("/* a remark */")]
    [InlineData("using System.Net;")]
    [InlineData("await Task.Delay(1)")]
    [InlineData("#!time")]
    [InlineData("#!time\nfoo()")]
    [InlineData("#!markdown\n# It's a (title")]
    [InlineData("#r \"nuget: Name, 1.0\"")]
    public async Task A_whole_cell_is_complete(string code) =>
        Assert.Equal(new Completeness(CompletenessStatus.Complete), await Ask(code));

    [Theory]
    [InlineData("if (true) {", "    ")]
    [InlineData("if (true)", "    ")]
    [InlineData("if (a) b(); else", "    ")]
    [InlineData("for (int i = 0; i < 3; i++)", "    ")]
    [InlineData("while (true)\n{\n    foo();", "    ")]
    [InlineData("void F()\n{\n    if (a)\n    {", "        ")]
    [InlineData("void F()\n{\n    if (a)\n    {\n        b();\n    }", "    ")]
    [InlineData("void F()\n{\n    if (a)", "        ")]
    [InlineData("foo(", "    ")]
    [InlineData("foo(a,\n    b,", "    ")]
    [InlineData("var a = new[]\n{\n    1,", "    ")]
    [InlineData("list.Select(x =>\n{", "    ")]
    [InlineData("x.", "    ")]
    [InlineData("var x =", "    ")]
    [InlineData("var x = 1", "    ")]
    [InlineData("return", "    ")]
    [InlineData("class C", "    ")]
    [InlineData("int F(int x)", "    ")]
    [InlineData("[Obsolete]", "    ")]
    [InlineData("public", "    ")]
    [InlineData("using System", "    ")]
    [InlineData("try { }", "")]
    [InlineData("void F()\n{\n    var x =", "        ")]
    [InlineData("switch (x) {", "    ")]
    [InlineData("/* a remark", "")]
    [InlineData("foo();\n/* a remark\n  goes on", "")]
    [InlineData("var s = @\"abc", "")]
    [InlineData("var s = $@\"abc", "")]
    [InlineData("var s = \"\"\"\nabc", "")]
    [InlineData("#if DEBUG", "")]
    [InlineData("#!time\nif (true) {", "    ")]
    public async Task What_goes_on_is_incomplete_and_says_how_deep(string code, string indent) =>
        Assert.Equal(new Completeness(CompletenessStatus.Incomplete, indent), await Ask(code));

    [Theory]
    [InlineData("var s = \"abc")]
    [InlineData("var s = $\"{x}")]
    [InlineData("var c = 'a")]
    [InlineData("}")]
    [InlineData(")")]
    [InlineData("else")]
    [InlineData("1 2")]
    [InlineData("int 3x;")]
    [InlineData("int 3x; if (true) {")]
    [InlineData("foo(]\n{")]
    public async Task What_no_line_can_mend_is_invalid(string code) =>
        Assert.Equal(new Completeness(CompletenessStatus.Invalid), await Ask(code));

    private static Task<Completeness> Ask(string code) => Session.IsCompleteAsync(code, CancellationToken.None);
}
