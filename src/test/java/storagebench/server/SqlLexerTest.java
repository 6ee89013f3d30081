package storagebench.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import storagebench.UserError;

class SqlLexerTest {
  private static final Map<String, String> VARIABLES = Map.of("table", "t", "odd", "it's \"o\"");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 'a;b -- c /* d'",
        "SELECT 'it''s; '' '",
        "SELECT '\\'",
        "SELECT E'it''s \\'; -- ', e'\\\\'",
        "SELECT E'one\\';'\n  '\\';two'",
        "SELECT typE'\\'",
        "SELECT \"a;\"\"b -- c\"",
        "SELECT $$;'\"$$, $a$ ; $$ ; $b$ $a$, $ä$;$ä$",
        "SELECT a$$b, $1",
        "CREATE RULE r AS ON DELETE TO t DO (SELECT 1; SELECT ')')",
        "CREATE FUNCTION f() RETURNS text BEGIN ATOMIC SELECT CASE WHEN a THEN 1 END; END",
        "CREATE FUNCTION f() RETURNS text begin\n atomic SELECT the_end; SELECT append; end",
        "SELECT a::text, b[1:n], c[1:2], 'a:table', $$:table :'table'$$, \":table\"",
      })
  void whatLooksLikeAnEndOrAVariableWithinOneStatementIsLeftAlone(String sql) {
    assertThat(statements(sql + ";\nSELECT 2;")).containsExactly(sql, "SELECT 2");
  }

  @Test
  void aLiteralThatDoesNotEndIsLeftToTheServer() {
    for (String sql : List.of("'a;", "\"a;", "E'a\\';", "$$a;", "$a$ $$;", "(a;")) {
      assertThat(statements("SELECT 1; SELECT " + sql))
          .containsExactly("SELECT 1", "SELECT " + sql);
    }
  }

  @Test
  void commentsAreWhiteSpaceAndNoStatements() {
    assertThat(statements("-- a; 'b\n/* c; /* d */ ; */;SELECT/**/1-- e;\n+2;/* f; 'g'"))
        .containsExactly("SELECT 1 \n+2");
    assertThat(statements("-- nothing; but\n/* comments */;;")).isEmpty();
  }

  @Test
  void endOutsideOfFunctionsEndsATransactionAndNotAStatement() {
    assertThat(statements("BEGIN; SELECT CASE WHEN a THEN 1 END; END; SELECT 2"))
        .containsExactly("BEGIN", "SELECT CASE WHEN a THEN 1 END", "END", "SELECT 2");
  }

  @Test
  void variablesAreNamesLiteralsOrTheTextItself() {
    assertThat(statements("SELECT :\"odd\", :'odd', :table.a, b:::'table', a.:\"table\""))
        .containsExactly("SELECT \"it's \"\"o\"\"\", 'it''s \"o\"', t.a, b::'t', a.\"t\"");
  }

  @Test
  void aVariableWithoutAValueIsNamed() {
    assertThatThrownBy(() -> statements("SELECT :'tabel'"))
        .isInstanceOf(UserError.class)
        .hasMessage("a.sql needs the variable tabel; expected none but odd, table");
  }

  @Test
  void aVariableHasItsDefaultUnlessItIsGiven() {
    String defaults =
        "\\if :{?level} \\else \\set level 5 \\endif\n"
            + "\\if :{?list} \\else \\set list 'a b,c' \\endif\n"
            + "\\if :{?table} \\else \\set table other \\endif\n";

    assertThat(statements(defaults + "SELECT :level, :'list', :\"table\", :later"))
        .containsExactly("SELECT 5, 'a b,c', \"t\", :later");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\\timing", "\\set a 1", "\\if true", "\\if :{?a} \\else \\set b 1 \\endif"})
  void anotherCommandOfPsqlsIsNamed(String command) {
    assertThatThrownBy(() -> statements("SELECT 1;\n" + command + "\nSELECT 2;"))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("a.sql has a command of psql's, '" + command + "'; expected SQL");
  }

  /** A literal of any length is read in one pass, without a stack. */
  @Test
  void longLiteralsAreRead() {
    String inside = "x;''\\\\\n".repeat(200_000);
    for (String sql : List.of("'" + inside + "'", "E'" + inside + "'", "$$" + inside + "$$")) {
      assertThat(statements(sql + ";1")).containsExactly(sql, "1");
    }
  }

  private static List<String> statements(String sql) {
    return new SqlLexer("a.sql", sql, VARIABLES).statements();
  }
}
