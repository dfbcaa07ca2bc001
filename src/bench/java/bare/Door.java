package bare;

import java.util.function.Supplier;
import java.net.URI;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Reads a lead, starts its process and answers it with its id. */
@RestController
class Door {

  private final Supplier<String> engine;

  Door(Supplier<String> engine) {
    this.engine = engine;
  }

  @PostMapping("/api/leads")
  ResponseEntity<Map<String, Object>> submit(@RequestBody Map<String, Object> lead) {
    String id = engine.get();
    lead.put("leadId", id);
    return ResponseEntity.created(URI.create("/api/leads/" + id)).body(lead);
  }
}
