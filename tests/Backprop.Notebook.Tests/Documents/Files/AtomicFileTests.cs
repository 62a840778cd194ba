using Backprop.Documents;

namespace Backprop.Tests.Documents;

public sealed class AtomicFileTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_file_is_written_with_its_folder_and_nothing_else_is_left()
    {
        AtomicFile.Write(folder["a/b/ü.txt"], "one");
        AtomicFile.Write(folder["a/b/ü.txt"], "two");

        Assert.Equal(["a/b/ü.txt"], folder.Files());
        Assert.Equal("two", folder.Read("a/b/ü.txt"));
    }

    [Fact]
    public void A_full_disk_leaves_the_old_file_and_says_so_in_one_line()
    {
        folder.Write("a.txt", "old");

        var error = Assert.Throws<DocumentException>(() => AtomicFile.Write(folder["a.txt"], stream =>
        {
            stream.Write("half of it"u8);
            throw new IOException("No space left on device : '/x'",
                OperatingSystem.IsWindows() ? unchecked((int)0x80070070) : 28);
        }));

        Assert.Equal($"{folder["a.txt"]}: cannot be written, the disk is full.", error.Message);
        Assert.Equal("old", folder.Read("a.txt"));
        Assert.Equal(["a.txt"], folder.Files());
    }

    [Fact]
    public void An_interruption_leaves_the_old_file_and_no_temporary_one()
    {
        folder.Write("a.txt", "old");

        Assert.Throws<OperationCanceledException>(() => AtomicFile.Write(folder["a.txt"], stream =>
        {
            stream.Write("half of it"u8);
            throw new OperationCanceledException();
        }));

        Assert.Equal("old", folder.Read("a.txt"));
        Assert.Equal(["a.txt"], folder.Files());
    }

    [Fact]
    public void A_folder_in_the_way_or_a_file_as_folder_gets_one_line()
    {
        Directory.CreateDirectory(folder["taken"]);
        folder.Write("file", "");

        foreach (string path in new[] { folder["taken"], folder["file/a.txt"] })
        {
            var error = Assert.Throws<DocumentException>(() => AtomicFile.Write(path, "x"));
            Assert.StartsWith($"{path}: cannot be written, ", error.Message, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', error.Message);
        }
        Assert.Equal(["file"], folder.Files());
    }

    [Fact]
    public void A_reader_sees_the_old_file_until_the_new_one_is_complete()
    {
        folder.Write("a.txt", "old");

        AtomicFile.Write(folder["a.txt"], stream =>
        {
            stream.Write("new"u8);
            stream.Flush();
            Assert.Equal("old", folder.Read("a.txt"));
        });

        Assert.Equal("new", folder.Read("a.txt"));
    }
}
