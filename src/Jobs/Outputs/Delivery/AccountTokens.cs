using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Cycle.Jobs.Outputs.Delivery;

/// <summary>
/// What accounts are called outside the house: a keyed hash of the account id, always the same for an account, that nobody can turn
/// back or guess without the key. The key is made with the store and stays in it.
/// </summary>
internal sealed class AccountTokens
{
    private const int Letters = 20;

    private readonly byte[] _key;

    private AccountTokens(byte[] key) => _key = key;

    /// <summary>The tokens of this store.</summary>
    public static async Task<AccountTokens> OpenAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var read = database.CreateCommand("select key from delivery_key");
        return new((byte[])(await read.ExecuteScalarAsync(cancellationToken))!);
    }

    /// <summary>An account's token: 20 hexadecimal digits, 80 bits of HMAC-SHA256.</summary>
    public string Of(string accountId) => Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(accountId)))[..Letters];
}
