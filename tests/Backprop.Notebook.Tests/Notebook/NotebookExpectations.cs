using Backprop.Display;

namespace Backprop.Tests.Notebook;

public class NotebookExpectations
{
    public static TheoryData<string> Names => new(NotebookGallery.All.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void Objects_look_as_they_did_when_a_person_last_looked(string name)
    {
        MimeBundle bundle = NotebookGallery.Show(name);
        Expectation.Html(name, (string)bundle.Formats[MimeBundle.Html]);
        Expectation.Text(name + ".txt", bundle.PlainText + "\n");
    }
}
