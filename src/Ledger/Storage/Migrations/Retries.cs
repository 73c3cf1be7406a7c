using Cycle.Ledger.Storage.Control;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Cycle.Ledger.Storage.Migrations;

/// <summary>Faults that pass by themselves, told apart from those a person must mend.</summary>
[DbContext(typeof(ControlContext))]
[Migration("0045_retries")]
public sealed class Retries() : SqlMigration("0045_retries.sql");
