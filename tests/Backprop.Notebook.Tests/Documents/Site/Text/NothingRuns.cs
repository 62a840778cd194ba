using AngleSharp.Dom;

namespace Backprop.Tests.Documents;

/// <summary>Fails when something in a page could run, or load something from elsewhere.</summary>
internal static class NothingRuns
{
    private static readonly string[] Loading = ["src", "srcset", "poster", "data", "background", "action",
        "formaction", "ping", "manifest"];

    public static void Check(IElement root)
    {
        Assert.Empty(root.QuerySelectorAll("script, style, iframe, frame, object, embed, link, meta, base, form, template, noscript"));
        CheckLinks(root);
    }

    public static void CheckLinks(IElement root)
    {
        foreach (IElement element in root.QuerySelectorAll("*"))
            foreach (IAttr attribute in element.Attributes)
            {
                string name = attribute.LocalName;
                string value = attribute.Value.Trim();
                Assert.False(name.StartsWith("on", StringComparison.OrdinalIgnoreCase),
                    $"{name} in {element.OuterHtml}");
                if (Loading.Contains(name))
                    Assert.StartsWith("data:image/", value, StringComparison.Ordinal);
                if (name == "href" && element.LocalName != "a")
                    Assert.Matches("^(#|data:image/)", value);
                if (name == "href")
                    Assert.DoesNotMatch(@"(?i)^[\s\S]{0,20}script\s*:|^\s*data:(?!image/)", value);
                if (name == "style")
                    Assert.DoesNotMatch(@"(?i)url\(\s*['""]?(?!#|data:image/)|@import", value);
                Assert.NotEqual("srcdoc", name);
            }
    }
}
