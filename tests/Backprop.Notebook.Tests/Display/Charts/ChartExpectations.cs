using Backprop.Display;

namespace Backprop.Tests.Display;

public class ChartExpectations
{
    public static TheoryData<string> Names => new(ChartGallery.All.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void Charts_look_as_they_did_when_a_person_last_looked(string name)
    {
        MimeBundle bundle = ChartGallery.All[name].ToBundle();
        Expectation.Html(name, (string)bundle.Formats[MimeBundle.Html]);
        Expectation.Text(name + ".txt", bundle.PlainText + "\n");
    }
}
