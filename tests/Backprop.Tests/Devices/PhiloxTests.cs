namespace Backprop.Tests;

public sealed class PhiloxTests
{
    // The known answers that come with Random123 (kat_vectors, philox4x32 10).
    [Theory]
    [InlineData(0, 0, 0, 0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8)]
    [InlineData(ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, 0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd)]
    [InlineData(0x299f31d0a4093822, 0x85a308d3243f6a88, 0x0370734413198a2e,
        0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1)]
    public void Blocks_are_those_of_the_authors(
        ulong seed, ulong counter, ulong high, uint a, uint b, uint c, uint d) =>
        Assert.Equal((a, b, c, d), Philox.Block(seed, counter, high));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0x123456789abcdef0, uint.MaxValue - 1ul)]
    [InlineData(ulong.MaxValue, ulong.MaxValue - 2)]
    public void Four_blocks_at_a_time_are_the_same_words(ulong seed, ulong counter)
    {
        var words = new uint[16];
        Philox.FourBlocks(seed, counter, words);
        for (int i = 0; i < 4; i++)
        {
            var (a, b, c, d) = Philox.Block(seed, unchecked(counter + (ulong)i));
            Assert.Equal([a, b, c, d], words[(4 * i)..(4 * i + 4)]);
        }
    }

    [Fact]
    public void A_view_uses_a_block_for_four_floats_or_two_doubles()
    {
        Assert.Equal(0ul, Philox.Blocks(DType.Float32, 0));
        Assert.Equal(2ul, Philox.Blocks(DType.Float32, 5));
        Assert.Equal(3ul, Philox.Blocks(DType.Float64, 5));
    }
}
