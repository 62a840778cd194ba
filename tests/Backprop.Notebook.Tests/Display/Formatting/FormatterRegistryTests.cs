using Backprop.Display;

namespace Backprop.Tests.Display;

public class FormatterRegistryTests
{
    private readonly FormatterRegistry registry = new();

    [Fact]
    public void The_most_specific_registered_type_wins()
    {
        Register<IAnimal>("interface");
        Register<Animal>("base");
        Register<object>("object");

        Assert.Equal("base", Text(new Dog()));
        Register<Dog>("itself");
        Assert.Equal("itself", Text(new Dog()));
    }

    [Fact]
    public void An_interface_that_extends_another_beats_it_and_both_beat_object()
    {
        Register<object>("object");
        Register<IAnimal>("animal");
        Register<IPet>("pet");

        Assert.Equal("pet", Text(new Cat()));
    }

    [Fact]
    public void An_open_generic_stands_for_all_that_are_made_from_it_and_a_closed_one_beats_it()
    {
        registry.Add(typeof(List<>), _ => Plain("any list"));
        Assert.Equal("any list", Text(new List<string>()));

        Register<List<int>>("numbers");
        Assert.Equal("numbers", Text(new List<int>()));
        Assert.Equal("any list", Text(new List<string>()));
    }

    [Fact]
    public void An_open_generic_interface_is_found()
    {
        registry.Add(typeof(IReadOnlyDictionary<,>), _ => Plain("map"));
        Assert.Equal("map", Text(new Dictionary<string, int>()));
    }

    [Fact]
    public void Among_equals_the_last_registered_wins()
    {
        Register<Dog>("first");
        Register<Dog>("second");
        Assert.Equal("second", Text(new Dog()));
    }

    [Fact]
    public void Formats_of_the_same_type_are_sent_together()
    {
        registry.Add(typeof(Dog), _ => new MimeBundle().Add(MimeBundle.Html, "<b>dog</b>"));
        Register<Dog>("dog");

        MimeBundle bundle = registry.ToBundle(new Dog());
        Assert.Equal("<b>dog</b>", bundle.Formats[MimeBundle.Html]);
        Assert.Equal("dog", bundle.PlainText);
    }

    [Fact]
    public void A_learners_formatter_replaces_the_librarys_default_for_the_same_type()
    {
        registry.AddDefault(typeof(Dog), _ => Plain("ours").Add(MimeBundle.Html, "<b>ours</b>"));
        Assert.Equal("ours", Text(new Dog()));

        Register<Dog>("theirs");
        MimeBundle bundle = registry.ToBundle(new Dog());
        Assert.Equal("theirs", bundle.PlainText);
        Assert.DoesNotContain(MimeBundle.Html, bundle.Formats.Keys);
    }

    [Fact]
    public void A_format_without_plain_text_gets_the_built_in_text()
    {
        registry.Add(typeof(Point), _ => new MimeBundle().Add(MimeBundle.Svg, "<svg/>"));
        Assert.Equal("Point { X = 1, Y = 2 }", Text(new Point(1, 2)));
    }

    [Fact]
    public void A_formatter_that_throws_is_named_and_the_value_is_still_shown()
    {
        registry.Add(typeof(Point), _ => throw new InvalidOperationException("no ink"));

        string text = Text(new Point(1, 2));
        Assert.Contains("Point { X = 1, Y = 2 }", text, StringComparison.Ordinal);
        Assert.Contains(
            "The formatter for Point failed: InvalidOperationException: no ink", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_formatter_that_asks_for_its_own_values_text_ends()
    {
        registry.Add(typeof(Point), value => Plain(registry.ToBundle(value).PlainText));
        Assert.Equal("Point { X = 1, Y = 2 }", Text(new Point(1, 2)));
    }

    [Fact]
    public void A_formatter_that_declines_leaves_the_value_to_the_next()
    {
        Register<Dog>("a dog");
        registry.Add(typeof(Dog), _ => new MimeBundle());
        Assert.Equal("a dog", Text(new Dog()));
    }

    [Fact]
    public void Preferred_formats_are_sent_with_plain_text_and_the_closest_type_decides()
    {
        registry.Add(typeof(Dog), _ => Plain("dog").Add(MimeBundle.Html, "<b>dog</b>").Add(MimeBundle.Svg, "<svg/>"));
        registry.Prefer(typeof(Animal), [MimeBundle.Svg]);
        Assert.Equal([MimeBundle.Text, MimeBundle.Svg], registry.ToBundle(new Dog()).Formats.Keys);
        registry.Prefer(typeof(Dog), [MimeBundle.Html]);
        Assert.Equal([MimeBundle.Text, MimeBundle.Html], registry.ToBundle(new Dog()).Formats.Keys);
        Assert.Equal([MimeBundle.Html], registry.Preferred(typeof(Dog)));
    }

    [Fact]
    public void Forgetting_what_was_registered_keeps_what_libraries_ship()
    {
        registry.AddDefault(typeof(Dog), _ => Plain("ours"));
        Register<Dog>("theirs");
        registry.Prefer(typeof(Dog), [MimeBundle.Html]);
        registry.Clear();
        Assert.Equal("ours", Text(new Dog()));
        Assert.Empty(registry.Preferred(typeof(Dog)));
    }

    [Fact]
    public void A_bundle_is_passed_through()
    {
        MimeBundle bundle = Plain("x");
        Assert.Same(bundle, registry.ToBundle(bundle));
    }

    [Fact]
    public void Formatters_are_found_by_the_attributes_name_alone()
    {
        MimeBundle bundle = registry.ToBundle(new Marked());
        Assert.Equal("<i>marked</i>", bundle.Formats[MimeBundle.Html]);

        Register<Marked>("own");
        Assert.Equal("own", Text(new Marked()));
    }

    [Fact]
    public void A_type_that_inherits_the_attribute_is_formatted_too()
    {
        Assert.Equal("<i>marked</i>", registry.ToBundle(new MarkedChild()).Formats[MimeBundle.Html]);
    }

    [Fact]
    public void Many_threads_may_register_and_format_at_once()
    {
        Parallel.For(0, 500, i =>
        {
            Register<Dog>($"{i}");
            Assert.NotEmpty(Text(new Dog()));
        });
    }

    private static MimeBundle Plain(string text) => new MimeBundle().Add(MimeBundle.Text, text);

    private string Text(object value) => registry.ToBundle(value).PlainText;

    private void Register<T>(string text) => registry.Add(typeof(T), _ => Plain(text));

    private interface IAnimal;

    private interface IPet : IAnimal;

    private class Animal : IAnimal;

    private sealed class Dog : Animal;

    private sealed class Cat : IPet;

    private sealed record Point(int X, int Y);

    [TypeFormatterSource(typeof(Source))]
    private class Marked;

    private sealed class MarkedChild : Marked;

    [AttributeUsage(AttributeTargets.Class)]
    private sealed class TypeFormatterSourceAttribute(Type type) : Attribute
    {
        public Type FormatterSourceType { get; } = type;
    }

#pragma warning disable CA1822 // The convention asks for instance members.
    private sealed class Source
    {
        public IEnumerable<object> CreateTypeFormatters() => [new Item(), new Declining()];

        private sealed class Item
        {
            public string MimeType => MimeBundle.Html;

            public bool Format(object instance, TextWriter writer)
            {
                writer.Write("<i>marked</i>");
                return true;
            }
        }

        private sealed class Declining
        {
            public string MimeType => MimeBundle.Markdown;

            public bool Format(object instance, TextWriter writer) => false;
        }
    }
#pragma warning restore CA1822
}
