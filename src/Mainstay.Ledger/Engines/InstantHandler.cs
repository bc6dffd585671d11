using System.Data;
using Dapper;

namespace Mainstay.Ledger.Engines;

/// <summary>Lets Dapper read an instant whether the engine gives it with an offset or as UTC.</summary>
internal sealed class InstantHandler : SqlMapper.TypeHandler<DateTimeOffset>
{
    public override void SetValue(IDbDataParameter parameter, DateTimeOffset value) => parameter.Value = value;

    public override DateTimeOffset Parse(object value) =>
        value is DateTime moment ? new DateTimeOffset(moment, TimeSpan.Zero) : (DateTimeOffset)value;
}
